using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Racks;

/// <summary>A rack's rule.</summary>
public static class RackRules
{
    public static Outcome<RackState> Tick(RackState state, RackInput input) => throw new NotImplementedException();
}
