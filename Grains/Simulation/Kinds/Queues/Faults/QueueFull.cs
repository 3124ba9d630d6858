using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Faults;

/// <summary>The broker's disk is full: it takes no more messages, and gives out those it has.</summary>
internal sealed class QueueFull : FaultOn<QueueState, QueueInput>
{
    public override string Id => "queue-disk-full";

    public override ComponentKind Target => QueueState.Kind;

    public override int Place => 3;

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) => [new(FailureKind.DiskFull, fault.Target)];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        ruling.Say(QueueEvents.DiskIsFull);
        return state with { FullEndsNs = input.NowNs + command.Duration("seconds") };
    }
}
