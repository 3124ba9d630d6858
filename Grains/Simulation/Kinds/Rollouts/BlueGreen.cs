using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>
/// Blue/green by server: a new group as large as the old one is bought, boots, joins the balancer without traffic until its
/// health check agrees; the traffic moves over, all at once or by steps; then the old group is removed, or kept for a quick way
/// back.
/// </summary>
internal static class BlueGreen
{
    private const int Whole = 100;

    private static readonly int[] Shares = [10, 50, Whole];

    public static RolloutState Begin(RolloutState state, RolloutInput input, Ruling ruling)
    {
        ruling.Say(RolloutEvents.Group, string.Join(", ", state.Waiting), state.Version);
        return (state with { Batch = [], Share = 0, Bought = 0 }).Enter(
            RolloutStep.Provision, input.NowNs, RolloutRules.CheckTimeoutNs);
    }

    /// <summary>Units the new group needs beyond what the racks have.</summary>
    public static bool HasRoom(RolloutInput input, int servers) =>
        input.Racks.Where(rack => rack.Powered).Sum(rack => rack.Units.Count(unit => unit.Length == 0)) >= servers;

    public static RolloutState Proceed(RolloutState state, RolloutInput input, Ruling ruling)
    {
        switch (state.Step)
        {
            case RolloutStep.Provision when input.NowNs < state.StepEndsNs:
                return Provision(state, input, ruling);
            case RolloutStep.Check when !state.Batch.IsEmpty
                && state.Batch.All(server => input.Target(server) is { Health: TargetHealth.Healthy, Ready: true }):
                return Shift(state, input, ruling);
            case RolloutStep.Provision or RolloutStep.Check when input.NowNs >= state.StepEndsNs:
                return RolloutRules.Fail(state, ruling);
            case RolloutStep.Shift when input.NowNs >= state.StepEndsNs:
                return state.Share < Whole
                    ? Shift(state, input, ruling)
                    : state.Enter(RolloutStep.Bake, input.NowNs, state.Options.BakeNs);
            case RolloutStep.Bake when input.NowNs >= state.StepEndsNs
                && state is { Status: RolloutStatus.Running, Options.KeepsOld: true }:
                return Even(state with { Done = state.Batch }, input, ruling);
            case RolloutStep.Bake when input.NowNs >= state.StepEndsNs:
                foreach (var server in state.Waiting) ruling.Order(Orders.RemoveServer(state.By, server));
                return state.Enter(RolloutStep.Remove, input.NowNs, 0);
            case RolloutStep.Remove when !state.Waiting.Any(
                server => input.Server(server) is { Lifecycle: not Lifecycle.Stopped }):
                return Even(state with { Done = state.Batch, Waiting = [] }, input, ruling);
            default:
                return state;
        }
    }

    /// <summary>
    /// While the old group stands, the traffic goes back to it at once and the new one is removed; else a group of the old
    /// version is bought.
    /// </summary>
    public static RolloutState TurnBack(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var group = state.Done.IsEmpty ? state.Batch : state.Done;
        if (group.IsEmpty) group = [.. Group(state, input)];
        var old = state.Waiting.Where(
            server => input.Serves(server) && input.Target(server) is { Attachment: Attachment.Attached }).ToArray();
        var back = state with { Waiting = group, Batch = [.. old], Done = [] };
        if (old.Length == 0) return Begin(Swapped(back), input, ruling);
        back = SetShare(Swapped(back), input, Whole, ruling);
        return back.Enter(RolloutStep.Bake, input.NowNs, 0);
    }

    /// <summary>
    /// Buys one server after another, as names are given; when all of them run they join the balancer without traffic.
    /// </summary>
    private static RolloutState Provision(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var group = Group(state, input);
        if (group.Length < state.Bought) return state with { Batch = [.. group] };
        if (state.Bought < state.Waiting.Length)
        {
            var free = input.Racks.FirstOrDefault(rack => rack.Powered && rack.Units.Contains(""));
            if (free is null) return RolloutRules.Fail(state, ruling);
            var old = input.Server(state.Waiting[state.Bought]);
            if (old is null) return RolloutRules.Fail(state, ruling);
            var tier = old.Roles.Any(role => role.Role == Role.Web) ? "whole" : "app";
            ruling.Order(Orders.AddServer(state.By, free.Id, old.Size.Id, tier, state.Version));
            return state with { Batch = [.. group], Bought = state.Bought + 1 };
        }

        if (!Array.TrueForAll(group, input.Serves)) return state with { Batch = [.. group] };
        foreach (var server in group) ruling.Order(Orders.Attach(state.By, input.BalancerOf(server), server, weight: 0));
        return (state with { Batch = [.. group] }).Enter(RolloutStep.Check, input.NowNs, RolloutRules.CheckTimeoutNs);
    }

    /// <summary>Over: from now on the group weighs what any target does.</summary>
    private static RolloutState Even(RolloutState state, RolloutInput input, Ruling ruling)
    {
        foreach (var server in state.Batch)
            if (input.Target(server) is not null) ruling.Order(Orders.SetWeight(state.By, input.BalancerOf(server), server, 1));
        return RolloutRules.Finish(state, input, ruling);
    }

    private static RolloutState Swapped(RolloutState state) =>
        state with { Version = state.FromVersion, FromVersion = state.Version };

    private static RolloutState Shift(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var bySteps = state is { Status: RolloutStatus.Running, Options.BySteps: true };
        var share = bySteps ? Shares.First(share => share > state.Share) : Whole;
        ruling.Say(RolloutEvents.Shift, Orders.Show(share), state.Version);
        return SetShare(state, input, share, ruling)
            .Enter(RolloutStep.Shift, input.NowNs, bySteps && share < Whole ? state.Options.BakeNs : 0);
    }

    private static RolloutState SetShare(RolloutState state, RolloutInput input, int share, Ruling ruling)
    {
        foreach (var server in state.Batch) ruling.Order(Orders.SetWeight(state.By, input.BalancerOf(server), server, share));
        foreach (var server in state.Waiting)
            if (input.Target(server) is { Attachment: Attachment.Attached })
                ruling.Order(Orders.SetWeight(state.By, input.BalancerOf(server), server, Whole - share));
        return state with { Share = share };
    }

    /// <summary>The new group so far: servers of the version that are not of the old one.</summary>
    private static string[] Group(RolloutState state, RolloutInput input) =>
    [
        .. input.Servers.Where(server => server.Version == state.Version && server.Lifecycle != Lifecycle.Stopped)
            .Where(server => server.TakesUsers && !state.Waiting.Contains(server.Id))
            .Select(server => server.Id),
    ];
}
