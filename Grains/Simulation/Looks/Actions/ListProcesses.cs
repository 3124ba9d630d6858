using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>Which processes run, how busy they are and what memory they hold.</summary>
internal sealed class ListProcesses : LookSpec
{
    public const string Name = "list-processes";

    public override string Id => Name;

    public override ComponentKind Target => ServerState.Kind;

    public override long IdleNs => 3 * Nanoseconds.PerSecond;
}
