using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>Which thread holds a process's mutex, and who waits for it: a server's locks.</summary>
internal sealed class ShowMutexes : LookSpec
{
    public override string Id => ShowLocks.Name;

    public override ComponentKind Target => ServerState.Kind;

    public override long IdleNs => 4 * Nanoseconds.PerSecond;
}
