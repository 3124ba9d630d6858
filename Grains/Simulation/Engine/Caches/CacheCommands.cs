using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>What the control plane changes of a cache. It comes and goes; what it measured stays, and so does its name.</summary>
/// <param name="lookedUp">The cache has looked (Arg: 1 hit, 0 miss).</param>
internal sealed class CacheCommands(Kernel kernel, CacheShelf shelf, WarmUps warmUps, StepKind lookedUp)
{
    private readonly RequestPool _pool = kernel.Pool;

    public bool Apply(Directive directive)
    {
        switch (directive)
        {
            case PlaceCache place when !shelf.IsEdge:
                shelf.Place(place);
                return true;
            case SetCache set when shelf.Holds(set.Cache):
                shelf.Set(set);
                return true;
            case ServeCache serve when shelf.Holds(serve.Cache):
                shelf.Node!.Serving = true;
                return true;
            case RemoveCache remove when shelf.Holds(remove.Cache):
                Remove(shelf.Node!);
                return true;
            case FlushCache flush when shelf.Holds(flush.Cache):
                shelf.Node!.Flush();
                return true;
            case WarmCache warm when shelf.Holds(warm.Cache):
                warmUps.Begin(warm.Keys, warm.PerSecond);
                return true;
            case StopWarming stop when shelf.Holds(stop.Cache):
                shelf.Node!.WarmUp?.Stop();
                return true;
            default:
                return false;
        }
    }

    private void Remove(CacheNode cache)
    {
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
