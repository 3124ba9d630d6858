using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Faults;

/// <summary>Its process dies with all its connections; the supervisor starts it again after the restart time.</summary>
internal sealed class BalancerCrash : FaultOn<BalancerState, BalancerInput>
{
    public override string Id => "balancer-crash";

    public override bool IsEndless => true;

    public override ComponentKind Target => BalancerState.Kind;

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        if (state.DownUntilNs > 0) return state;
        ruling.Say(BalancerEvents.Crashed);
        return BalancerRules.GoDown(state, input, ruling);
    }

    /// <summary>Where connections are expensive, what follows is a storm of them.</summary>
    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) => specs.Spec<TlsSpec>() is null
        ? [new(FailureKind.KilledWithoutDraining, fault.Target)]
        : [new(FailureKind.ReconnectStorm, fault.Target), new(FailureKind.KilledWithoutDraining, fault.Target)];

    public override long CauseEndsNs(Command fault, long nowNs, ISpecs specs) => nowNs + specs.Spec<OperationsSpec>()!.RestartNs;
}
