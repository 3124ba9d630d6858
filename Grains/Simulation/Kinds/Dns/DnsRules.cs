using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>A name's rule: people change its record; resolvers learn of it when what they remember expires.</summary>
public static class DnsRules
{
    private static readonly ActionSet<DnsState, DnsInput> Actions = new();

    public static Outcome<DnsState> Tick(DnsState state, DnsInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        var before = state;
        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        if (state != before) ruling.Do(new SetDns(state.Id, state.Targets, state.TtlNs));
        return ruling.With(state);
    }
}
