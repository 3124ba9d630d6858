using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Users.Choices;

/// <summary>A class of requests.</summary>
internal sealed class AnyClass : ChoiceSource
{
    public override ParameterKind Kind => UsersParameters.Class;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.Specs<ClassSpec>().Select(users => users.Id);

    public override Refusal Unknown(string value, string known) => Refusal.Of(UserRefusals.ClassUnknown, value, known);
}
