using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>Something done to a cache.</summary>
public abstract class CacheAction : ActionOn<CacheState, CacheInput>
{
    public sealed override ComponentKind Target => CacheState.Kind;
}

/// <summary>Something set at a cache.</summary>
public abstract class CacheSetting : SettingOn<CacheState, CacheInput>
{
    public sealed override ComponentKind Target => CacheState.Kind;
}
