using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>What a server answered, line by line.</summary>
internal sealed class ReadServerLog : LookSpec
{
    public override string Id => ReadAccessLog.Name;

    public override ComponentKind Target => ServerState.Kind;

    public override long IdleNs => 4 * Nanoseconds.PerSecond;
}
