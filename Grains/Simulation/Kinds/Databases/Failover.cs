using System.Globalization;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>
/// A primary that is gone for too long, or that an operator gives up, is fenced; the first replica that runs takes its place. It
/// lacks the writes that were still on their way.
/// </summary>
internal static class Failover
{
    public static DatabaseState Watch(DatabaseState state, DatabaseInput input, Ruling ruling)
    {
        if (state.Promoting.Length == 0)
        {
            var lost = input.Telemetry.LostNs;
            var givenUp = lost >= 0 && input.Context.DetectNs >= 0 && input.NowNs >= lost + input.Context.DetectNs;
            if (!givenUp || Candidate(state, input) is not { } first) return state;
            ruling.Say(DatabaseEvents.FailingOver, state.Server, first);
            return Begin(state, input, first, ruling);
        }

        if (!IsUp(input, state.Promoting))
            return (Candidate(state, input) ?? OldPrimary(state, input)) is { } other
                ? Begin(state, input, other, ruling)
                : state;
        return input.NowNs < state.PromotesNs ? state : End(state, input, ruling);
    }

    public static DatabaseState Order(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        var refusal = state.Servers.Length == 1 ? DatabaseRefusals.FailoverNoReplica
            : state.Promoting.Length > 0 ? DatabaseRefusals.FailoverRunning
            : Candidate(state, input) is null ? DatabaseRefusals.FailoverNoReplicaUp
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal);
            return state;
        }

        var replica = Candidate(state, input)!;
        ruling.Done(command, DatabaseEvents.FailingOver, state.Server, replica);
        return Begin(state, input, replica, ruling);
    }

    private static DatabaseState Begin(DatabaseState state, DatabaseInput input, string replica, Ruling ruling)
    {
        ruling.Do(new FencePrimary(state.Id));
        return state with { Promoting = replica, PromotesNs = input.NowNs + input.Context.PromoteNs };
    }

    private static DatabaseState End(DatabaseState state, DatabaseInput input, Ruling ruling)
    {
        ruling.Do(new PromoteReplica(state.Id, state.Promoting));
        var lost = state.Promoting == state.Server ? 0 : input.Telemetry.UnreplicatedWrites;
        ruling.Say(DatabaseEvents.FailedOver, state.Promoting, lost.ToString(CultureInfo.InvariantCulture));
        return state with { Server = state.Promoting, Promoting = "", PromotesNs = 0 };
    }

    private static string? Candidate(DatabaseState state, DatabaseInput input)
    {
        foreach (var server in state.Servers)
            if (server != state.Server && IsUp(input, server) && state.Copies.All(copy => copy.Server != server)) return server;
        return null;
    }

    /// <summary>With no replica left the old primary takes its place again; it lost nothing.</summary>
    private static string? OldPrimary(DatabaseState state, DatabaseInput input) =>
        IsUp(input, state.Server) ? state.Server : null;

    private static bool IsUp(DatabaseInput input, string server) =>
        input.Telemetry.Nodes.Any(node => node.Server == server && node.Up);
}
