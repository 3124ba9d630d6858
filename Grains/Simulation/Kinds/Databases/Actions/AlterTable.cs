using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>
/// Alters the table of a class's data. It needs the table alone: it waits for every transaction that has it, and whoever comes
/// meanwhile waits behind it (PostgreSQL's lock queue). With a lock timeout it gives up and asks again later.
/// </summary>
internal sealed class AlterTable : DatabaseAction
{
    public override string Id => "alter-table";

    public override int Place => 11;

    public override ActionTopic Topic => ActionTopic.Release;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("class", UsersParameters.Class), Parameter.Duration("work", 0.001, 3600, "0.1"),
        Parameter.Duration("timeout", 0, 600, "0").Unset("0"), Parameter.Duration("retry", 0.25, 3600, "10"),
    ];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        var users = command.Text("class");
        if (AlterRules.Refusal(state, input) is { } refusal)
        {
            ruling.Refuse(command, refusal, users);
            return state;
        }

        ruling.Done(command, DatabaseEvents.TableAltering, users);
        return AlterRules.Begin(
            state, input, ruling, users, command.Duration("work"), command.Duration("timeout"), command.Duration("retry"));
    }
}
