namespace OpsGame.Simulation.Ticks;

/// <summary>Whatever may be at fault.</summary>
internal sealed class AnyComponent : ChoiceSource
{
    public override ParameterKind Kind => ParameterKind.Component;

    public override IEnumerable<string> Known(IEstate estate) => estate.Components;

    public override Refusal Unknown(string value, string known) => Refusal.Of(CommandRefusals.ComponentUnknown, value);
}
