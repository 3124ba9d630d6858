using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Alerts.Actions;

/// <summary>Somebody says they have seen an alert, and look after it.</summary>
internal sealed class Acknowledge : ActionSpec
{
    public override string Id => "acknowledge";

    public override ComponentKind Target => Alert.Kind;
}
