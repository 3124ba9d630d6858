namespace OpsGame.Simulation.Engine.Caches;

/// <summary>What the control plane changes of a cache. It comes and goes; what it measured stays, and so does its name.</summary>
/// <param name="lookedUp">The cache has looked (Arg: 1 hit, 0 miss).</param>
internal sealed class CacheControls(Kernel kernel, CacheShelf shelf, WarmUps warmUps, StepKind lookedUp)
{
    private readonly RequestPool _pool = kernel.Pool;

    public CacheShelf Shelf => shelf;

    public CacheNode Node => shelf.Node!;

    public WarmUps WarmUps => warmUps;

    public void Remove()
    {
        var cache = Node;
        cache.Serving = false;
        cache.Flush();
        cache.WarmUp?.Stop();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            warmUps.GiveUp(ref request);
            // whoever waits for another's answer here asks for it himself
            if (request.Phase != Phase.InFlight || !request.Visits[shelf.Visit].Inside) continue;
            cache.LeaveFlight(_pool, request.Key, slot);
            request.Phase = Phase.Travelling;
            kernel.Travel(slot, shelf.LookupLane, lookedUp, 0);
        }
    }
}
