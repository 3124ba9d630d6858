using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Queues.Faults;

/// <summary>A producer sends so many jobs at once.</summary>
internal sealed class ProducerBurst : FaultOn<QueueState, QueueInput>
{
    public override string Id => "producer-burst";

    public override ComponentKind Target => QueueState.Kind;

    public override int Place => 1;

    private protected override ImmutableArray<ParameterSpec> More { get; } =
        [Parameter.Count("amount", 1, Limits.Messages, "1000")];

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.BacklogOutlivesItsCause, fault.Target), new(FailureKind.HiddenBacklog, fault.Target)];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        foreach (var jobs in state.Jobs) ruling.Do(new PublishMessages(jobs, command.Number("amount") / state.Jobs.Length));
        return state;
    }
}
