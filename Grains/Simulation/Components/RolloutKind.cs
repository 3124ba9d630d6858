using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

internal sealed class RolloutKind()
    : Kind<RolloutState, RolloutInput>(RolloutState.Kind, Stage.Operators, RolloutRules.Tick)
{
    internal override ImmutableArray<RolloutState> Initial(Scenario scenario, ulong seed) => [InitialState.Rollout(scenario)];

    internal override ImmutableArray<RolloutInput> Inputs(IRound round, bool resting) =>
    [
        .. round.States<RolloutState>().Where(rollout => resting || !RolloutRules.IsIdle(rollout)
            || !round.CommandsFor(rollout.Id).IsEmpty).Select(rollout => new RolloutInput(
            rollout.Id, round.NowNs, round.CommandsFor(rollout.Id), round.States<ServerState>(), round.States<RackState>(),
            round.Conditions(), Targets(round.States<BalancerState>()), round.Versions,
            round.Telemetry<ServerTelemetry>())),
    ];

    private static ImmutableArray<TargetState> Targets(ImmutableArray<BalancerState> balancers) =>
        balancers.Length == 1 ? balancers[0].Targets : [.. balancers.SelectMany(balancer => balancer.Targets)];

    internal override RolloutInput With(RolloutInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override ImmutableArray<Reading> Readings(RolloutState state) =>
        [new("done", state.Done.Length), new("waiting", state.Waiting.Length)];

    internal override IEnumerable<Operation> UnderWay(RolloutState state, OperationsSpec takes) =>
        state.UnderWay ? [new Operation("rollout", "", 0, Bound.About, Drains: true)] : [];
}
