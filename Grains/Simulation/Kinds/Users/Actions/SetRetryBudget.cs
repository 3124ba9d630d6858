using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Users.Actions;

/// <summary>Retries may be at most this share of first attempts; 0: as many as they want.</summary>
internal sealed class SetRetryBudget : SettingOn<UsersState, UsersInput>
{
    public override string Id => "set-retry-budget";

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ComponentKind Target => UsersState.Kind;

    public override int Place => 1;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Number("share", 0, 1, "0.1").Unset("0", 0.01)];

    internal override UsersState Act(UsersState state, UsersInput input, Command command, Ruling ruling)
    {
        ruling.Do(new Users.SetRetryBudget(command.Real("share")));
        ruling.Done(command, UserEvents.RetryBudgetSet, command.Text("share"));
        return state with { RetryBudget = command.Real("share") };
    }

    private protected override Args? Present(UsersState state, Command command) =>
        state.RetryBudget is { } share ? Of(("share", Show(share))) : null;
}
