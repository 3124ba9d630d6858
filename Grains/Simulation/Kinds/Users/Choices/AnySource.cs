using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users.Choices;

/// <summary>Where requests come from.</summary>
internal sealed class AnySource : ChoiceSource
{
    public override ParameterKind Kind => UsersParameters.Source;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.Specs<ClassSpec>().Select(users => users.Source).Distinct();

    public override Refusal Unknown(string value, string known) => Refusal.Of(UserRefusals.SourceUnknown, value, known);
}
