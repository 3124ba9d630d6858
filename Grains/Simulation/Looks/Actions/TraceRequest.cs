using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>The slowest request of a few seconds, step by step.</summary>
internal sealed class TraceRequest : LookSpec
{
    public const string Name = "trace-request";

    public override string Id => Name;

    public override ComponentKind Target => UsersState.Kind;

    public override long IdleNs => 5 * Nanoseconds.PerSecond;

    public override bool OnMachine => false;
}
