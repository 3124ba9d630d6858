using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Users.Actions;

/// <summary>How long users wait before they try again.</summary>
internal sealed class SetBackoff : SettingOn<UsersState, UsersInput>
{
    public override string Id => "set-backoff";

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ComponentKind Target => UsersState.Kind;

    public override int Place => 3;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Duration("backoff", 0, 600, "1"), Parameter.Number("factor", 1, 10, "2"),
        Parameter.Wait("cap", 600, "20"), Parameter.Choice("spread", "full", "none", "full"),
    ];

    internal override UsersState Act(UsersState state, UsersInput input, Command command, Ruling ruling)
    {
        var full = command.Text("spread") == "full";
        var backoff = new Backoff(
            command.Duration("backoff"), full ? Backoff.Full : 0, command.Real("factor"), command.Duration("cap"));
        ruling.Do(new Users.SetBackoff(backoff));
        ruling.Done(
            command, full ? UserEvents.BackoffSetFull : UserEvents.BackoffSet, command.Text("backoff"), command.Text("factor"),
            command.Text("cap"));
        return state with { Backoff = backoff };
    }

    private protected override bool Applies(UsersState state, IEstate estate) =>
        estate.Specs<ClassSpec>().Any(users => users.Retry.Attempts > 1);

    private protected override Args? Present(UsersState state, Command command) =>
        state.Backoff is { Jitter: 0 or Backoff.Full } set
            ? Of(
                ("backoff", Seconds(set.BaseNs)), ("factor", Show(set.Factor)), ("cap", Seconds(set.MostNs)),
                ("spread", set.Jitter == 0 ? "none" : "full"))
            : null;
}
