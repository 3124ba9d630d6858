using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>
/// Servers are not changed but replaced, as a Kubernetes deployment rolls: at most so many more than there should be stand there
/// (max surge), at most so many of them are missing (max unavailable). A new one is bought as soon as there is room for it, an
/// old one removed as soon as it may be missed.
/// </summary>
internal static class Replacing
{
    public static RolloutState Begin(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var fleet = state.Fleet > 0 ? state.Fleet : state.Waiting.Length;
        ruling.Say(RolloutEvents.Group, string.Join(", ", state.Waiting), state.Version);
        var there = New(state, input);
        return (state with { Batch = [.. there.Select(server => server.Id)], Bought = there.Length, Fleet = fleet }).Enter(
            RolloutStep.Remove, input.NowNs, RolloutRules.CheckTimeoutNs);
    }

    public static RolloutState Proceed(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Step == RolloutStep.Bake)
            return input.NowNs < state.StepEndsNs
                ? state
                : RolloutRules.Finish(state with { Done = state.Batch }, input, ruling);
        var (added, old) = (New(state, input), Old(state, input));
        state = state with { Batch = [.. added.Select(server => server.Id)], Waiting = [.. old.Select(server => server.Id)] };
        var available = added.Concat(old).Count(server => IsAvailable(input, server.Id));
        if (old.Length == 0 && added.Length >= state.Fleet && available >= state.Fleet)
            return state.Enter(RolloutStep.Bake, input.NowNs, state.Options.BakeNs);
        if (added.Length < state.Fleet && added.Length + old.Length < state.Fleet + state.Options.Surge)
        {
            // one after another, as names are given: the one that was ordered last stands there
            if (added.Length < state.Bought) return state;
            if (Buy(state, input, ruling))
                return (state with { Bought = added.Length + 1 }).Enter(
                    RolloutStep.Remove, input.NowNs, RolloutRules.CheckTimeoutNs);
        }

        if (MayGo(state, input, added, old, available) is { } goes)
        {
            ruling.Order(Orders.RemoveServer(state.By, goes.Id));
            return (state with { Waiting = state.Waiting.Remove(goes.Id) }).Enter(
                RolloutStep.Remove, input.NowNs, RolloutRules.CheckTimeoutNs);
        }

        return input.NowNs >= state.StepEndsNs ? RolloutRules.Fail(state, ruling) : state;
    }

    /// <summary>The same the other way round: the new ones are the old ones now.</summary>
    public static RolloutState TurnBack(RolloutState state, RolloutInput input) => state with
    {
        Waiting = [.. New(state, input).Select(server => server.Id)],
    };

    /// <summary>
    /// Of the old ones, first who serves nobody; but as long as new ones do not serve yet, as many old ones stay for them.
    /// </summary>
    private static ServerState? MayGo(
        RolloutState state, RolloutInput input, ServerState[] added, ServerState[] old, int available)
    {
        var least = state.Fleet - state.Options.Unavailable;
        var coming = added.Count(server => !IsAvailable(input, server.Id));
        if (added.Length + old.Length - least - coming <= 0) return null;
        return Array.Find(old, server => !IsAvailable(input, server.Id)) ?? (available > least ? old.FirstOrDefault() : null);
    }

    /// <summary>False: no rack has room until an old one is gone.</summary>
    private static bool Buy(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var free = input.Racks.FirstOrDefault(rack => rack.Powered && rack.Units.Contains(""));
        var like = input.Servers.FirstOrDefault(server => server.TakesUsers);
        if (free is null || like is null) return false;
        var tier = like.Roles.Any(role => role.Role == Role.Web) ? "whole" : "app";
        ruling.Order(Orders.AddServer(state.By, free.Id, like.Size.Id, tier, state.Version, attach: true));
        return true;
    }

    private static bool IsAvailable(RolloutInput input, string server) =>
        input.Serves(server) && input.IsHealthy(server) && input.Target(server) is null or { Attachment: Attachment.Attached };

    private static ServerState[] Old(RolloutState state, RolloutInput input) =>
        [.. input.Servers.Where(server => state.Waiting.Contains(server.Id) && Stays(server))];

    /// <summary>Servers of the version that are not old.</summary>
    private static ServerState[] New(RolloutState state, RolloutInput input) =>
    [
        .. input.Servers.Where(server =>
            server.Version == state.Version && server.TakesUsers && Stays(server) && !state.Waiting.Contains(server.Id)),
    ];

    private static bool Stays(ServerState server) =>
        server is { LeavingNs: 0, Lifecycle: not (Lifecycle.Stopped or Lifecycle.Off) };
}
