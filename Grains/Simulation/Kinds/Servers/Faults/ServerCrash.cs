using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>All its processes die with what they hold; their supervisor starts them again after the restart time.</summary>
internal sealed class ServerCrash : ServerFault
{
    public override string Id => "server-crash";

    public override int Place => 2;

    public override bool IsEndless => true;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Lifecycle != Lifecycle.Running) return state;
        ruling.Say(ServerEvents.Crashed);
        return ServerLifecycle.Interrupt(state, Lifecycle.Crashed, input.NowNs + input.Context.RestartNs, ruling);
    }

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) =>
        [new(FailureKind.KilledWithoutDraining, fault.Target)];

    public override long CauseEndsNs(Command fault, long nowNs, ISpecs specs) => nowNs + specs.Spec<OperationsSpec>()!.RestartNs;
}
