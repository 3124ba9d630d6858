using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>
/// Blue/green inside each server of a batch: the version starts on the idle port, the proxy turns to it, it is watched, the
/// processes on the old port end. The server stays in the balancer all the while.
/// </summary>
internal static class InServer
{
    public static RolloutState NextBatch(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Waiting.IsEmpty) return RolloutRules.Finish(state, input, ruling);
        var size = RolloutRules.BatchSize(state, input);
        var batch = state.Waiting.Take(size).ToArray();
        foreach (var server in batch)
            if (!Serves(state, input, server) && Beside(input, server) is not { Stage: PortStage.Ready })
                ruling.Order(Orders.InstallBeside(state.By, server, state.Version));
        ruling.Say(RolloutEvents.Batch, string.Join(", ", batch), state.Version);
        return (state with { Batch = [.. batch], Waiting = [.. state.Waiting.Skip(size)] })
            .Enter(RolloutStep.Install, input.NowNs, RolloutRules.CheckTimeoutNs);
    }

    public static RolloutState Proceed(RolloutState state, RolloutInput input, Ruling ruling)
    {
        if (state.Batch.IsEmpty) return NextBatch(state, input, ruling);
        switch (state.Step)
        {
            case RolloutStep.Install when state.Batch.All(
                server => Serves(state, input, server) || IsReady(state, input, server)):
                foreach (var server in state.Batch)
                    if (!Serves(state, input, server))
                        ruling.Order(Orders.SwitchPort(state.By, server, state.Options.Restarts, state.Options.ShutdownNs));
                return state.Enter(RolloutStep.Switch, input.NowNs, RolloutRules.CheckTimeoutNs);
            case RolloutStep.Switch when state.Batch.All(server => Serves(state, input, server) && input.IsHealthy(server)):
                return state.Enter(RolloutStep.Bake, input.NowNs, state.Options.BakeNs);
            case RolloutStep.Install or RolloutStep.Switch when input.NowNs >= state.StepEndsNs || Refused(state, input):
                return RolloutRules.Fail(state, ruling);
            case RolloutStep.Bake when input.NowNs >= state.StepEndsNs:
                foreach (var server in state.Batch)
                    if (Beside(input, server) is { Stage: not (PortStage.Empty or PortStage.Stopping) })
                        ruling.Order(Orders.StopPort(state.By, server, state.Options.ShutdownNs));
                return state.Enter(RolloutStep.Remove, input.NowNs, 0);
            case RolloutStep.Remove when state.Batch.All(server => Beside(input, server) is null or { Stage: PortStage.Empty }):
                return NextBatch(state with { Done = state.Done.AddRange(state.Batch), Batch = [] }, input, ruling);
            default:
                return state;
        }
    }

    /// <summary>
    /// Every server that has the version on one of its ports goes back; where the old one still stands, a switch is enough.
    /// </summary>
    public static RolloutState TurnBack(RolloutState state, RolloutInput input) => state with
    {
        Batch = [],
        Done = [],
        Waiting =
        [
            .. input.Servers.Where(
                server => RolloutRules.Takes(server) && server.Ports.Any(port => port.Version == state.Version))
                .Select(server => server.Id).Order(StringComparer.Ordinal),
        ],
    };

    private static bool Serves(RolloutState state, RolloutInput input, string id) =>
        input.Server(id) is { Lifecycle: Lifecycle.Running, Switch: null } server && server.Version == state.Version;

    private static bool IsReady(RolloutState state, RolloutInput input, string id) =>
        Beside(input, id) is { Stage: PortStage.Ready } port && port.Version == state.Version;

    /// <summary>
    /// A server that could not take the version beside the other (no memory, no second port) has nothing there.
    /// </summary>
    private static bool Refused(RolloutState state, RolloutInput input) => state.Step == RolloutStep.Install
        && state.Batch.Any(
            server => !Serves(state, input, server) && input.Serves(server)
                && Beside(input, server) is null or { Stage: PortStage.Empty });

    private static PortState? Beside(RolloutInput input, string id) =>
        input.Server(id)?.Ports.FirstOrDefault(port => port.Stage != PortStage.Serving);
}
