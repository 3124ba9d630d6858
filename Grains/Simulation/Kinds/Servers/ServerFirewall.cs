using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's firewall: one rule for each sender whose requests it drops.</summary>
internal static class ServerFirewall
{
    private static readonly ImmutableArray<Sender> Everybody = [Sender.Users, Sender.Web, Sender.App];

    public static ParameterSpec WhichSender { get; } = Parameter.Choice("from", "any", "any", "users", "web", "app");

    public static ServerState Expire(ServerState state, ServerInput input, Ruling ruling)
    {
        foreach (var rule in state.Firewall)
            if (rule.EndsNs > 0 && input.NowNs >= rule.EndsNs) state = Open(state, [rule.From], ruling);
        return state;
    }

    /// <param name="from">As a command names them; any: all three.</param>
    public static bool Drops(ServerState state, string from) => SendersOf(from).All(one => Drops(state, one));

    public static bool Drops(ServerState state, Sender from) => state.Firewall.Any(rule => rule.From == from);

    /// <param name="endsNs">0: until it is opened.</param>
    public static ServerState Close(ServerState state, ImmutableArray<Sender> senders, long endsNs, Ruling ruling)
    {
        foreach (var from in senders) ruling.Do(new SetFirewall(state.Id, from, true));
        return state with
        {
            Firewall =
            [
                .. state.Firewall.Where(rule => !senders.Contains(rule.From)),
                .. senders.Select(from => new FirewallRule(from, endsNs)),
            ],
        };
    }

    public static ServerState Open(ServerState state, ImmutableArray<Sender> senders, Ruling ruling)
    {
        foreach (var from in senders) ruling.Do(new SetFirewall(state.Id, from, false));
        return state with { Firewall = state.Firewall.RemoveAll(rule => senders.Contains(rule.From)) };
    }

    public static ImmutableArray<Sender> SendersOf(Command command) => SendersOf(command.TextOr("from", "any"));

    private static ImmutableArray<Sender> SendersOf(string from) => from switch
    {
        "users" => [Sender.Users],
        "web" => [Sender.Web],
        "app" => [Sender.App],
        _ => Everybody,
    };

    /// <summary>
    /// Whom one drops and the other does not, as a command names them: one sender, or all three. Null: nobody, or two of them,
    /// who are no single command.
    /// </summary>
    public static string? OnlyIn(ServerState closed, ServerState open)
    {
        var senders = closed.Firewall.Select(rule => rule.From).Except(open.Firewall.Select(rule => rule.From)).ToArray();
        return senders.Length == Everybody.Length ? "any" : senders.Length == 1 ? Arguments.Name(senders[0]) : null;
    }
}
