using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Caches;

/// <summary>A cache's rule.</summary>
public static class CacheRules
{
    public static Outcome<CacheState> Tick(CacheState state, CacheInput input) => throw new NotImplementedException();
}
