using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Choices;

/// <summary>One that may be bought.</summary>
internal sealed class AnySize : ChoiceSource
{
    public override ParameterKind Kind => ServerParameters.Size;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.Specs<SizeSpec>().Select(size => size.Id);

    public override Refusal Unknown(string value, string known) => Refusal.Of(ServerRefusals.SizeUnknown, value);
}
