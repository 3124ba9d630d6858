using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Balancers;

/// <summary>A balancer's rule.</summary>
public static class BalancerRules
{
    public static Outcome<BalancerState> Tick(BalancerState state, BalancerInput input) => throw new NotImplementedException();
}
