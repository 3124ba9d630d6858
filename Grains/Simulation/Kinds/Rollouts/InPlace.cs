using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>
/// In place, rolling, canary and recreate, which differ in the size of their batches. Each batch: detach and drain, install and
/// start, back into the balancer until its health check agrees, bake; then the next. Without a balancer a batch simply stops
/// serving meanwhile.
/// </summary>
internal static class InPlace
{
    public static RolloutState NextBatch(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Waiting.IsEmpty) return RolloutRules.Finish(state, input, ruling);
        var size = RolloutRules.BatchSize(state, input);
        var batch = state.Waiting.Take(size).ToArray();
        foreach (var server in batch)
            if (input.Target(server) is { Attachment: Attachment.Attached })
                ruling.Order(Orders.Detach(state.By, input.BalancerOf(server), server, state.Options.DrainNs));
        ruling.Say(RolloutEvents.Batch, string.Join(", ", batch), state.Version);
        return (state with { Batch = [.. batch], Waiting = [.. state.Waiting.Skip(size)] })
            .Enter(RolloutStep.Drain, input.NowNs, state.Options.DrainNs);
    }

    public static RolloutState Proceed(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Batch.IsEmpty) return NextBatch(state, input, ruling);
        switch (state.Step)
        {
            case RolloutStep.Drain when state.Batch.All(
                server => input.Target(server) is null or { Attachment: Attachment.Detached }):
                foreach (var server in state.Batch) ruling.Order(Orders.Install(state.By, server, state.Version));
                return state.Enter(RolloutStep.Install, input.NowNs, 0);
            case RolloutStep.Install when state.Batch.All(server => IsInstalled(state, input, server)):
                foreach (var server in state.Batch)
                    if (input.BalancerOf(server) is { Length: > 0 } balancer)
                        ruling.Order(Orders.Attach(state.By, balancer, server));
                return state.Enter(RolloutStep.Check, input.NowNs, RolloutRules.CheckTimeoutNs);
            case RolloutStep.Check when state.Batch.All(input.IsHealthy):
                return state.Enter(RolloutStep.Bake, input.NowNs, state.Options.BakeNs);
            case RolloutStep.Check when input.NowNs >= state.StepEndsNs:
                return RolloutRules.Fail(state, ruling);
            case RolloutStep.Bake when input.NowNs >= state.StepEndsNs:
                return NextBatch(state with { Done = state.Done.AddRange(state.Batch), Batch = [] }, input, ruling);
            default:
                return state;
        }
    }

    /// <summary>Back to where it came from: who has not been touched yet only needs to be attached again.</summary>
    public static RolloutState TurnBack(RolloutState state, RolloutInput input, string by, Ruling ruling)
    {
        var untouched = state.Step == RolloutStep.Drain ? state.Batch : [];
        foreach (var server in untouched)
            if (input.Target(server) is { Attachment: not Attachment.Attached })
                ruling.Order(Orders.Attach(by, input.BalancerOf(server), server));
        var changed = state.Batch.Except(untouched)
            .Union(input.Servers.Where(server => RolloutRules.Takes(server) && server.Version == state.Version)
                .Select(server => server.Id));
        return state with { Batch = [], Done = [], Waiting = [.. changed.Order(StringComparer.Ordinal)] };
    }

    private static bool IsInstalled(RolloutState state, RolloutInput input, string id) =>
        input.Server(id) is { Lifecycle: Lifecycle.Running } server && server.Version == state.Version;
}
