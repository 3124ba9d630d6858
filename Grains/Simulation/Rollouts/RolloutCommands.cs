using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Servers;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Rollouts;

/// <summary>What people do to a rollout.</summary>
internal static class RolloutCommands
{
    public static RolloutState Carry(RolloutState state, RolloutInput input, Command command, Ruling ruling) => command.Action switch
    {
        Actions.StartRollout => Start(state, input, command, ruling),
        Actions.RollBack => RollBack(state, input, command, ruling),
        _ => state,
    };

    private static RolloutState Start(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        var version = command.Text("version");
        var todo = input.Servers.Where(server => Takes(server) && server.Version != version).ToArray();
        var refusal = state.Status is RolloutStatus.Running or RolloutStatus.RollingBack ? "rollout-running"
            : !input.Versions.Contains(version) ? "version-unknown"
            : todo.Length == 0 ? "rollout-nothing"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, version);
            return state;
        }

        ruling.Carry(command, "rollout-started", version);
        return RolloutRules.NextBatch(state with
        {
            Status = RolloutStatus.Running,
            Version = version,
            FromVersion = todo[0].Version,
            Fraction = command.Real("fraction"),
            DrainNs = command.Duration("drain"),
            BakeNs = command.Duration("bake"),
            Batch = [],
            Done = [],
            Waiting = [.. todo.Select(server => server.Id)],
            StartedNs = input.NowNs,
            DoneNs = 0,
            By = command.By,
            Command = command.Id,
        }, input, ruling);
    }

    private static RolloutState RollBack(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        if (state.Status is not (RolloutStatus.Running or RolloutStatus.Done or RolloutStatus.Failed))
        {
            ruling.Refuse(command, "rollout-nothing-to-roll-back");
            return state;
        }

        // who has not been touched yet only needs to be attached again
        var untouched = state.Step == RolloutStep.Drain ? state.Batch : [];
        foreach (var server in untouched.Where(server => IsOut(input, server)))
            RolloutRules.Attach(command.By, input, server, ruling);
        var changed = state.Batch.Except(untouched)
            .Union(input.Servers.Where(server => Takes(server) && server.Version == state.Version).Select(server => server.Id));
        ruling.Carry(command, "rollout-rolling-back", state.FromVersion);
        return RolloutRules.NextBatch(state with
        {
            Status = RolloutStatus.RollingBack,
            Version = state.FromVersion,
            FromVersion = state.Version,
            // going back is urgent: nobody watches between batches
            BakeNs = 0,
            Batch = [],
            Done = [],
            Waiting = [.. changed.Order(StringComparer.Ordinal)],
            By = command.By,
            Command = command.Id,
        }, input, ruling);
    }

    private static bool Takes(ServerCondition server) =>
        server.IsTarget && server.Lifecycle is not (Lifecycle.Off or Lifecycle.Stopped);

    private static bool IsOut(RolloutInput input, string id) =>
        input.Targets.Any(target => target.Server == id && target.Attachment != Attachment.Attached);
}
