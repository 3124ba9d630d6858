using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>Who holds which row lock, and who waits for it.</summary>
internal sealed class ShowLocks : LookSpec
{
    public const string Name = "show-locks";

    public override string Id => Name;

    public override ComponentKind Target => DatabaseState.Kind;

    public override long IdleNs => 4 * Nanoseconds.PerSecond;
}
