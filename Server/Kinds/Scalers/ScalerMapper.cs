using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Scalers;

internal sealed class ScalerMapper : PartMapper<ScalerState, ScalerView>
{
    protected override ScalerView View(ScalerState scaler, Scenario scenario) => new(
        scaler.Id, Kebab.Of(scaler.Tier), scaler.Size, Kebab.Of(scaler.Policy.Kind), scaler.Desired, scaler.Running.Length,
        scaler.Policy.Min,
        scaler.Policy.Max, Share(scaler.Metric), Share(scaler.Policy.Target), Ms(scaler.QuietUntilNs), scaler.NoRoom,
        ScalingSchedule.Show(scaler.Policy.Schedule), scaler.Policy.Backlog, Kebab.Of(scaler.Health),
        scaler.Policy.Behavior is { } behavior ? View(behavior) : null, scaler.Policy.Connections);

    private static BehaviorView View(ScalingBehavior behavior) => new(
        Seconds(behavior.EveryNs), behavior.Tolerance, Seconds(behavior.Up.WindowNs), Seconds(behavior.Down.WindowNs));
}
