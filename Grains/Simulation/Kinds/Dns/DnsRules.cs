using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>A name's rule: people change its record; resolvers learn of it when what they remember expires.</summary>
public static class DnsRules
{
    public static Outcome<DnsState> Tick(DnsState state, DnsInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        foreach (var command in input.Commands)
        {
            state = ruling.Take(state, command, now => command.Action switch
            {
                Actions.AddAddress => Add(now, input, command, ruling),
                Actions.RemoveAddress => Remove(now, command, ruling),
                Actions.SetRecordTtl => SetTtl(now, command, ruling),
                _ => now,
            });
        }

        if (state != before) ruling.Do(new SetDns(state.Id, state.Targets, state.TtlNs));
        return ruling.With(state);
    }

    private static DnsState Add(DnsState state, DnsInput input, Command command, Ruling ruling)
    {
        var id = command.Text("address");
        var refusal = !input.Addresses.Contains(id) ? "address-takes-no-users"
            : state.Targets.Contains(id) ? "address-listed"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, id);
            return state;
        }

        ruling.Carry(command, "address-added", id);
        return state with { Targets = state.Targets.Add(id) };
    }

    private static DnsState Remove(DnsState state, Command command, Ruling ruling)
    {
        var id = command.Text("address");
        var refusal = !state.Targets.Contains(id) ? "address-not-listed"
            : state.Targets.Length == 1 ? "address-last"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, id);
            return state;
        }

        ruling.Carry(command, "address-removed", id);
        return state with { Targets = state.Targets.Remove(id) };
    }

    private static DnsState SetTtl(DnsState state, Command command, Ruling ruling)
    {
        ruling.Carry(command, "record-ttl-set", command.Text("seconds"));
        return state with { TtlNs = command.Duration("seconds") };
    }
}
