using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>Its process ends with all its connections and starts again.</summary>
internal sealed class RestartBalancer : BalancerAction
{
    public override string Id => "restart-balancer";

    public override int Place => 13;

    public override ActionTopic Topic => ActionTopic.Run;

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.RestartNs;

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        if (state.DownUntilNs > 0)
        {
            ruling.Refuse(command, BalancerRefusals.Down);
            return state;
        }

        ruling.Done(command, BalancerEvents.Restarting);
        return BalancerRules.GoDown(state, input, ruling);
    }
}
