using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>Which statements the database spends its time on.</summary>
internal sealed class SlowQueries : LookSpec
{
    public const string Name = "slow-queries";

    public override string Id => Name;

    public override ComponentKind Target => DatabaseState.Kind;

    public override long IdleNs => 8 * Nanoseconds.PerSecond;
}
