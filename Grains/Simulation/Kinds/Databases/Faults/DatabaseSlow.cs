using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Faults;

/// <summary>Its work takes so many times as long.</summary>
internal sealed class DatabaseSlow : FaultOn<DatabaseState, DatabaseInput>
{
    public override string Id => "database-slow";

    public override ComponentKind Target => DatabaseState.Kind;

    public override int Place => 1;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Number("amount", 1.1, 100, "4")];

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        specs.Specs<ServerSpec>().Where(server => server.Roles.Any(role => role.Role == Role.App)).Select(server => server.Id)
            .Prepend(fault.Target).Select(id => new CauseAnswer(FailureKind.ThreadExhaustion, id));

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        state with { SlowFactor = command.Real("amount"), SlowEndsNs = input.NowNs + command.Duration("seconds") };
}
