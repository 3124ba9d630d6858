using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues.Faults;

/// <summary>The next so many messages that come make the process that takes them run out of memory.</summary>
internal sealed class PoisonMessage : FaultOn<QueueState, QueueInput>
{
    public override string Id => "poison-message";

    public override ComponentKind Target => QueueState.Kind;

    public override int Place => 2;

    private protected override ImmutableArray<ParameterSpec> More { get; } = [Parameter.Count("amount", 1, 100, "1")];

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.PoisonMessage, fault.Target)];

    internal override QueueState Act(QueueState state, QueueInput input, Command command, Ruling ruling)
    {
        ruling.Do(new PoisonMessages(command.Number("amount")));
        return state;
    }
}
