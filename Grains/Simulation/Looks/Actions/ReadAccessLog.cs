using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Looks.Actions;

/// <summary>What a balancer answered, line by line, and from where it was asked.</summary>
internal sealed class ReadAccessLog : LookSpec
{
    public const string Name = "read-access-log";

    public override string Id => Name;

    public override ComponentKind Target => BalancerState.Kind;

    public override long IdleNs => 4 * Nanoseconds.PerSecond;
}
