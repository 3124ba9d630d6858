using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Users.Actions;

/// <summary>Of a class at most so many requests are in a role of each server at one time; 0: any number.</summary>
internal sealed class SetBulkhead : SettingOn<UsersState, UsersInput>
{
    public override string Id => "set-bulkhead";

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ComponentKind Target => UsersState.Kind;

    public override int Place => 4;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("class", UsersParameters.Class), Parameter.Choice("role", "app", "web", "app"),
        Parameter.Count("concurrent", 0, 10_000, "25").Unset("0"), Parameter.Duration("wait", 0, 600, "0"),
    ];

    internal override UsersState Act(UsersState state, UsersInput input, Command command, Ruling ruling)
    {
        var (users, role) = (command.Text("class"), RoleOf(command));
        var set = new Users.SetBulkhead(users, role, command.Number("concurrent"), command.Duration("wait"));
        ruling.Do(set);
        ruling.Done(
            command, set.Calls == 0 ? UserEvents.BulkheadOff : UserEvents.BulkheadSet, users,
            command.Text("role"), Show(set.Calls), command.Text("wait"));
        var others = state.Bulkheads.RemoveAll(each => each.Class == users && each.Role == role);
        return state with { Bulkheads = set.Calls == 0 ? others : others.Add(set) };
    }

    private protected override Args? Present(UsersState state, Command command)
    {
        if (command.TextOr("class", "") is not { Length: > 0 } users) return null;
        var role = command.TextOr("role", "app");
        var set = state.Bulkheads.FirstOrDefault(each => each.Class == users && each.Role == RoleOf(role));
        return Of(("class", users), ("role", role), ("concurrent", Show(set?.Calls ?? 0)), ("wait", Seconds(set?.WaitNs ?? 0)));
    }

    private static Role RoleOf(Command command) => RoleOf(command.Text("role"));

    private static Role RoleOf(string name) => name == "web" ? Role.Web : Role.App;
}
