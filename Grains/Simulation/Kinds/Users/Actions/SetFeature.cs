using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Users.Actions;

/// <summary>Switches off, or on again, what answers have beside the point.</summary>
internal sealed class SetFeature : SettingOn<UsersState, UsersInput>
{
    public override string Id => "set-feature";

    public override ActionTopic Topic => ActionTopic.Run;

    public override ComponentKind Target => UsersState.Kind;

    public override int Place => 2;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("feature", UsersParameters.Feature), Parameter.Flag("on", "false"),
    ];

    internal override UsersState Act(UsersState state, UsersInput input, Command command, Ruling ruling)
    {
        var (feature, on) = (command.Text("feature"), command.Flag("on"));
        if (state.FeaturesOff.Contains(feature) != on)
        {
            ruling.Refuse(command, on ? UserRefusals.FeatureOn : UserRefusals.FeatureOff, feature);
            return state;
        }

        ruling.Do(new Users.SetFeature(feature, on));
        ruling.Done(command, on ? UserEvents.FeatureSwitchedOn : UserEvents.FeatureSwitchedOff, feature);
        return state with { FeaturesOff = on ? state.FeaturesOff.Remove(feature) : state.FeaturesOff.Add(feature) };
    }

    private protected override bool Applies(UsersState state, IEstate estate) =>
        estate.Specs<ClassSpec>().Any(users => users.Features.Length > 0);

    private protected override Args? Present(UsersState state, Command command) =>
        command.TextOr("feature", "") is { Length: > 0 } feature
            ? Of(("feature", feature), ("on", Show(!state.FeaturesOff.Contains(feature))))
            : null;
}
