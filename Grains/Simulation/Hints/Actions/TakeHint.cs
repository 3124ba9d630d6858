using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Hints.Actions;

/// <summary>Asks the scenario for its next hint, which costs points.</summary>
internal sealed class TakeHint : ActionSpec
{
    public override string Id => "take-hint";

    public override ComponentKind Target => HintBook.Kind;
}
