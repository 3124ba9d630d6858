using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Rollouts;

/// <summary>A rollout's rule.</summary>
public static class RolloutRules
{
    public static Outcome<RolloutState> Tick(RolloutState state, RolloutInput input) => throw new NotImplementedException();
}
