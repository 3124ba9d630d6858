using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Servers;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Rollouts;

/// <summary>
/// An in-place rollout's rule. Each batch: detach and drain, install and start, back into the balancer until its health check
/// agrees, bake; then the next. Without a balancer a batch simply stops serving while it is installed.
/// </summary>
public static class RolloutRules
{
    /// <summary>A batch that is not healthy by then has failed.</summary>
    private const long CheckTimeoutNs = 180 * Nanoseconds.PerSecond;

    public static Outcome<RolloutState> Tick(RolloutState state, RolloutInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        foreach (var command in input.Commands) state = RolloutCommands.Carry(state, input, command, ruling);
        if (state.Status is RolloutStatus.Running or RolloutStatus.RollingBack) state = Proceed(state, input, ruling);
        return ruling.With(state);
    }

    /// <summary>Back into its balancer, if it has one.</summary>
    internal static void Attach(string by, RolloutInput input, string server, Ruling ruling)
    {
        var balancer = BalancerOf(input, server);
        if (balancer.Length > 0) ruling.Order(Orders.Attach(by, balancer, server));
    }

    internal static RolloutState NextBatch(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Waiting.IsEmpty) return Finish(state, input, ruling);
        var fleet = input.Servers.Count(server => server.IsTarget);
        var size = Math.Max(1, (int)Math.Ceiling(state.Fraction * fleet));
        var batch = state.Waiting.Take(size).ToArray();
        foreach (var server in batch)
            if (Target(input, server) is { Attachment: Attachment.Attached })
                ruling.Order(Orders.Detach(state.By, BalancerOf(input, server), server, state.DrainNs));
        ruling.Say("rollout-batch", string.Join(", ", batch), state.Version);
        return Enter(state with { Batch = [.. batch], Waiting = [.. state.Waiting.Skip(size)] }, RolloutStep.Drain, input, state.DrainNs);
    }

    private static RolloutState Proceed(RolloutState state, RolloutInput input, Ruling ruling)
    {
        state = DropLost(state, input, ruling);
        if (state.Batch.IsEmpty) return NextBatch(state, input, ruling);
        // orders given at the last tick are carried out in this one
        if (input.NowNs <= state.StepStartedNs + Nanoseconds.PerTick) return state;
        switch (state.Step)
        {
            case RolloutStep.Drain when state.Batch.All(server => Target(input, server) is null or { Attachment: Attachment.Detached }):
                foreach (var server in state.Batch) ruling.Order(Orders.Install(state.By, server, state.Version));
                return Enter(state, RolloutStep.Install, input, 0);
            case RolloutStep.Install when state.Batch.All(server => Installed(state, input, server)):
                foreach (var server in state.Batch) Attach(state.By, input, server, ruling);
                return Enter(state, RolloutStep.Check, input, CheckTimeoutNs);
            case RolloutStep.Check when state.Batch.All(server => BalancerOf(input, server).Length == 0 || Healthy(input, server)):
                return Enter(state, RolloutStep.Bake, input, state.BakeNs);
            case RolloutStep.Check when input.NowNs >= state.StepEndsNs:
                ruling.Say("rollout-failed", string.Join(", ", state.Batch), state.Version);
                return state with { Status = RolloutStatus.Failed, Step = RolloutStep.None };
            case RolloutStep.Bake when input.NowNs >= state.StepEndsNs:
                return NextBatch(state with { Done = state.Done.AddRange(state.Batch), Batch = [] }, input, ruling);
            default:
                return state;
        }
    }

    /// <summary>A server that lost its power or was stopped holds nobody up; it keeps the version it has.</summary>
    private static RolloutState DropLost(RolloutState state, RolloutInput input, Ruling ruling)
    {
        foreach (var id in state.Batch)
        {
            var server = input.Servers.FirstOrDefault(server => server.Id == id);
            if (server is not (null or { Lifecycle: Lifecycle.Off or Lifecycle.Stopped })) continue;
            ruling.Say("rollout-skipped", id);
            state = state with { Batch = state.Batch.Remove(id) };
        }

        return state;
    }

    private static RolloutState Finish(RolloutState state, RolloutInput input, Ruling ruling)
    {
        var back = state.Status == RolloutStatus.RollingBack;
        ruling.Say(back ? "rollout-rolled-back" : "rollout-done", state.Version);
        return state with
        {
            Status = back ? RolloutStatus.Idle : RolloutStatus.Done,
            Step = RolloutStep.None,
            StepEndsNs = 0,
            DoneNs = input.NowNs,
            Batch = [],
        };
    }

    private static RolloutState Enter(RolloutState state, RolloutStep step, RolloutInput input, long lastsNs) =>
        state with { Step = step, StepStartedNs = input.NowNs, StepEndsNs = input.NowNs + lastsNs };

    private static bool Installed(RolloutState state, RolloutInput input, string id) => input.Servers.Any(server =>
        server.Id == id && server.Lifecycle == Lifecycle.Running && server.Version == state.Version);

    private static bool Healthy(RolloutInput input, string id) => Target(input, id) is null or { Health: TargetHealth.Healthy };

    private static string BalancerOf(RolloutInput input, string id) => input.Servers.FirstOrDefault(server => server.Id == id)?.Balancer ?? "";

    private static TargetState? Target(RolloutInput input, string id) => input.Targets.FirstOrDefault(target => target.Server == id);
}
