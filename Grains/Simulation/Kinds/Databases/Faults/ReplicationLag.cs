using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Faults;

/// <summary>Writes reach the replicas after so many times the lag.</summary>
internal sealed class ReplicationLag : FaultOn<DatabaseState, DatabaseInput>
{
    public override string Id => "replication-lag";

    public override ComponentKind Target => DatabaseState.Kind;

    public override int Place => 2;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Number("amount", 1.1, 100, "20")];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling) =>
        state with { LagFactor = command.Real("amount"), LagEndsNs = input.NowNs + command.Duration("seconds") };

    private protected override bool Applies(DatabaseState state, IEstate estate) => state.Servers.Length > 1;
}
