using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's firewall: one rule for each sender whose requests it drops.</summary>
internal static class ServerFirewall
{
    private static readonly ImmutableArray<Sender> Everybody = [Sender.Users, Sender.Web, Sender.App];

    public static ServerState Expire(ServerState state, ServerInput input, Ruling ruling)
    {
        foreach (var rule in state.Firewall)
            if (rule.EndsNs > 0 && input.NowNs >= rule.EndsNs) state = Open(state, [rule.From], ruling);
        return state;
    }

    /// <summary>The fault: somebody's rule, which goes by itself.</summary>
    public static ServerState Fault(ServerState state, ServerInput input, Command command, Ruling ruling) =>
        Close(state, SendersOf(command), input.NowNs + command.Duration("seconds"), ruling);

    public static ServerState Carry(ServerState state, Command command, Ruling ruling)
    {
        var senders = SendersOf(command);
        var closes = command.Action == Actions.CloseFirewall;
        var closed = senders.Count(from => state.Firewall.Any(rule => rule.From == from));
        if (closes ? closed == senders.Length : closed == 0)
        {
            ruling.Refuse(command, closes ? "firewall-closed-already" : "firewall-open-already");
            return state;
        }

        ruling.Carry(command, closes ? "firewall-closed" : "firewall-opened");
        return closes ? Close(state, senders, endsNs: 0, ruling) : Open(state, senders, ruling);
    }

    private static ServerState Close(ServerState state, ImmutableArray<Sender> senders, long endsNs, Ruling ruling)
    {
        foreach (var from in senders) ruling.Do(new SetFirewall(state.Id, from, true));
        return state with
        {
            Firewall = [.. state.Firewall.Where(rule => !senders.Contains(rule.From)), .. senders.Select(from => new FirewallRule(from, endsNs))],
        };
    }

    private static ServerState Open(ServerState state, ImmutableArray<Sender> senders, Ruling ruling)
    {
        foreach (var from in senders) ruling.Do(new SetFirewall(state.Id, from, false));
        return state with { Firewall = state.Firewall.RemoveAll(rule => senders.Contains(rule.From)) };
    }

    private static ImmutableArray<Sender> SendersOf(Command command) => command.TextOr("from", "any") switch
    {
        "users" => [Sender.Users],
        "web" => [Sender.Web],
        "app" => [Sender.App],
        _ => Everybody,
    };
}
