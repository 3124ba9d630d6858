using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>One process dies with what it holds; its supervisor starts it again after the restart time.</summary>
internal sealed class ProcessCrash : ServerFault
{
    public override string Id => "process-crash";

    public override int Place => 4;

    public override bool IsEndless => true;

    private protected override ImmutableArray<ParameterSpec> More { get; } =
        [ServerProcesses.WhichRole, ServerProcesses.WhichProcess];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var (role, process) = ServerProcesses.WhichOf(command);
        // a fault that finds nothing to break breaks nothing
        if (ServerProcesses.WhyNotKill(state, input, role, process, out var generation) is not null) return state;
        ruling.Say(ServerEvents.ProcessCrashed, ServerProcesses.NameOf(role), Arguments.Show(process + 1));
        return ServerProcesses.Strike(state, input, generation, process, ruling);
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.Answers;

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.KilledWithoutDraining, fault.Target)];

    public override long CauseEndsNs(Command fault, long nowNs, ISpecs specs) => nowNs + specs.Spec<OperationsSpec>()!.RestartNs;
}
