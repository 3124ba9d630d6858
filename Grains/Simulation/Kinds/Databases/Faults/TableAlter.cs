using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Faults;

/// <summary>
/// Somebody's migration alters a table, without a lock timeout; its work takes so long once it has the table alone.
/// </summary>
internal sealed class TableAlter : FaultOn<DatabaseState, DatabaseInput>
{
    public override string Id => "table-alter";

    public override ComponentKind Target => DatabaseState.Kind;

    public override int Place => 3;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Id("class", UsersParameters.Class)];

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new CauseAnswer(FailureKind.LockQueue, fault.Target)];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        AlterRules.Refusal(state, input) is null && command.Text("class").Length > 0
            ? AlterRules.Begin(
                state, input, ruling, command.Text("class"), command.Duration("seconds"), timeoutNs: 0, retryNs: 0)
            : state;
}
