using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>
/// Warming a cache, or one key of it that has expired: real reads that nobody waits for go the way users' go, from the entry (or
/// the edge) on, over open connections.
/// </summary>
/// <param name="numbers">They begin where no class's users ever get to, so that their luck is their own.</param>
/// <param name="next">A warm-up asks for its next key (Epoch: the warm-up).</param>
/// <param name="patienceEnds">Nobody waits for a key any longer (Epoch: the request's life).</param>
internal sealed class WarmUps(
    Kernel kernel, CacheShelf shelf, UserClass[] classes, Numbering numbers, StepKind next, StepKind patienceEnds)
{
    public const long FirstNumber = 1L << 50;

    private readonly RequestPool _pool = kernel.Pool;
    private readonly Warming _which = shelf.IsEdge ? Warming.Edge : Warming.Cache;
    private int _count;

    public void Begin(int keys, int perSecond)
    {
        UserClass[] cached = [.. classes.Where(shelf.IsAskedBy)];
        shelf.Node!.WarmUp = new WarmUp(cached, keys, perSecond, ++_count, kernel.Now);
        kernel.Queue.At(kernel.Now, next, 0, _count, 0);
    }

    public void Fire(StepKind kind, int slot, int epoch)
    {
        if (kind == next) Next(epoch);
        else if (_pool[slot].Life == epoch) GiveUp(ref _pool[slot]);
    }

    public void Answered(int slot)
    {
        ref var request = ref _pool[slot];
        if (!request.Abandoned) End(ref request, request.Failure != Cause.None);
        _pool.Release(slot);
    }

    public void GiveUp(ref Request request)
    {
        if (request.Warms != _which || request.Abandoned) return;
        request.Abandoned = true;
        End(ref request, failed: true);
    }

    /// <summary>Fetches a key anew for this cache, which serves what it has of it meanwhile.</summary>
    public bool Revalidates(ref Request request) => request.Revalidates && request.Warms == _which;

    public void Revalidate(UserClass users, int key)
    {
        var slot = Take(users, key);
        if (slot == RequestPool.None)
        {
            shelf.Node!.EndRevalidation(key);
            return;
        }

        _pool[slot].Revalidates = true;
        kernel.Step(shelf.IsEdge ? StepKind.ReachEdge : StepKind.ReachEntry, slot, 0);
    }

    public void Audit(List<string> broken)
    {
        if (shelf.Node!.WarmUp is not { } warm) return;
        var underWay = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
            if (_pool[slot].Phase != Phase.Free && _pool[slot] is { Abandoned: false, Revalidates: false } request
                && request.Warms == _which) underWay++;
        if (warm.UnderWay != underWay)
            broken.Add($"{shelf.Node.Id}: {warm.UnderWay} keys under way to it, {underWay} requests fetch one");
    }

    private void Next(int number)
    {
        var warm = shelf.Node!.WarmUp!;
        if (warm.Number != number || warm.Next() is not { } asked) return;
        Send(warm, asked.Users, asked.Key);
        if (warm.Left > 0) kernel.Queue.At(Math.Max(kernel.Now, warm.DueNs), next, 0, number, 0);
    }

    private void Send(WarmUp warm, UserClass users, int key)
    {
        var slot = Take(users, key);
        if (slot == RequestPool.None) warm.Answered(failed: true);
        else kernel.Travel(slot, shelf.UserLane, shelf.IsEdge ? StepKind.ReachEdge : StepKind.ReachEntry, 0);
    }

    private int Take(UserClass users, int key)
    {
        var slot = _pool.Take();
        if (slot == RequestPool.None) return slot;
        ref var request = ref _pool[slot];
        request.Warms = _which;
        request.Class = users.Index;
        request.Number = numbers.Next();
        request.Attempt = 1;
        request.Born = request.Sent = kernel.Now;
        request.Key = key;
        users.Patience.Begin(patienceEnds, slot, ref request);
        return slot;
    }

    private void End(ref Request request, bool failed)
    {
        if (request.Revalidates) shelf.Node!.EndRevalidation(request.Key);
        else shelf.Node!.WarmUp!.Answered(failed);
    }
}
