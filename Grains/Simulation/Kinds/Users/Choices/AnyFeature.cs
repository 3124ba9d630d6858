using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users.Choices;

/// <summary>A feature flag.</summary>
internal sealed class AnyFeature : ChoiceSource
{
    public override ParameterKind Kind => UsersParameters.Feature;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.Specs<ClassSpec>().SelectMany(users => users.Features).Select(feature => feature.Id).Distinct();

    public override Refusal Unknown(string value, string known) => Refusal.Of(UserRefusals.FeatureUnknown, value, known);
}
