namespace OpsGame.Simulation.Engine.Links;

/// <summary>Messages in uplinks: how long each is inside, and what becomes of those of an uplink that is lost.</summary>
/// <param name="through">A message is through a plain device (Arg: the link).</param>
/// <param name="timer">The first message of a shared link (Slot) is through, unless something has changed since (Epoch).</param>
internal sealed class Uplinks(Kernel kernel, Link[] links, StepKind through, StepKind timer, Func<int, double> bytesOf)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly EventQueue _queue = kernel.Queue;

    public void Enter(int slot, Link link)
    {
        ref var request = ref _pool[slot];
        (request.Phase, request.Link, request.LinkIn) = (Phase.OnLink, link.Index, _queue.Now);
        var due = link.Enter(_pool, slot, _queue.Now, bytesOf(slot));
        if (link.Fifo) _queue.At(due, through, slot, request.Epoch, link.Index);
        else Schedule(link);
    }

    /// <summary>The first message of a link is through. Its slot, or none: the event is stale.</summary>
    public int TakeThrough(int index, int epoch)
    {
        var link = links[index];
        if (link.Epoch != epoch) return RequestPool.None;
        link.DueNs = -1;
        var slot = link.First;
        Leave(slot);
        return slot;
    }

    public void Leave(int slot)
    {
        ref var request = ref _pool[slot];
        var link = links[request.Link];
        request.Phase = Phase.Travelling;
        link.Leave(_pool, slot, _queue.Now, request.LinkIn, bytesOf(slot));
        if (!link.Fifo) Schedule(link);
    }

    /// <summary>A message is not sent any more.</summary>
    public void Stop(int slot)
    {
        var link = links[_pool[slot].Link];
        link.Give(_pool, slot, _queue.Now);
        if (!link.Fifo) Schedule(link);
    }

    public void Audit(List<string> broken) => kernel.Expect(Phase.OnLink, links.Sum(link => link.Inside), broken);

    private void Schedule(Link link)
    {
        var due = link.FirstDue(_queue.Now);
        if (due == link.DueNs) return;
        link.DueNs = due;
        link.Epoch++;
        if (due >= 0) _queue.At(due, timer, link.Index, link.Epoch, 0);
    }
}
