using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Rollouts;

internal sealed class RolloutMapper : PartMapper<RolloutState, RolloutView>
{
    protected override RolloutView View(RolloutState rollout, Scenario scenario) => new(
        rollout.Id, Kebab.Of(rollout.Status), rollout.Version, rollout.FromVersion, Kebab.Of(rollout.Step), [.. rollout.Batch],
        [.. rollout.Done], [.. rollout.Waiting], Ms(rollout.Lasts ? rollout.StepEndsNs : 0), Kebab.Of(rollout.Options.Strategy),
        rollout.Share);
}
