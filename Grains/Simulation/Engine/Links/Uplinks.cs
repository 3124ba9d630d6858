namespace OpsGame.Simulation.Engine.Links;

/// <summary>Messages between racks that have uplinks: up the one, along the way, down the other.</summary>
/// <param name="reachDownlink">A message comes to the uplink of the rack it goes to (Arg).</param>
/// <param name="through">A message is through a plain device.</param>
/// <param name="timer">The first message of a shared link (Slot) is through, unless something has changed since (Epoch).</param>
internal sealed class Uplinks(
    Kernel kernel, Link[] links, StepKind reachDownlink, StepKind through, StepKind timer, Func<int, double> bytesOf)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly EventQueue _queue = kernel.Queue;

    public void Send(int slot, Link? up, RackNode? to, int lane, StepKind kind, int arg)
    {
        ref var request = ref _pool[slot];
        (request.Then, request.ThenArg, request.ThenLane) = (kind, arg, lane);
        request.ThenRack = to?.Down is null ? -1 : to.Index;
        if (up is null) Cross(slot);
        else Enter(slot, up);
    }

    public void Enter(int slot, Link link)
    {
        ref var request = ref _pool[slot];
        (request.Phase, request.Link, request.LinkIn) = (Phase.OnLink, link.Index, _queue.Now);
        var due = link.Enter(_pool, slot, _queue.Now, bytesOf(slot));
        if (link.Fifo) _queue.At(due, through, slot, request.Epoch, 0);
        else Schedule(link);
    }

    public void Fire(int index, int epoch)
    {
        var link = links[index];
        if (link.Epoch != epoch) return;
        link.DueNs = -1;
        Leave(link.First);
    }

    /// <summary>A message is through the link it is in.</summary>
    public void Leave(int slot)
    {
        ref var request = ref _pool[slot];
        var link = links[request.Link];
        request.Phase = Phase.Travelling;
        link.Leave(_pool, slot, _queue.Now, request.LinkIn, bytesOf(slot));
        if (!link.Fifo) Schedule(link);
        if (link.Up) Cross(slot);
        else kernel.Step(request.Then, slot, request.ThenArg);
    }

    /// <summary>A message is not sent any more.</summary>
    public void Stop(int slot)
    {
        var link = links[_pool[slot].Link];
        link.Give(_pool, slot, _queue.Now);
        if (!link.Fifo) Schedule(link);
    }

    public void Audit(List<string> broken) => kernel.Expect(Phase.OnLink, links.Sum(link => link.Inside), broken);

    /// <summary>From the one rack's uplink, if there is one, to the other's.</summary>
    private void Cross(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.ThenRack < 0) kernel.Travel(slot, request.ThenLane, request.Then, request.ThenArg);
        else kernel.Travel(slot, request.ThenLane, reachDownlink, request.ThenRack);
    }

    private void Schedule(Link link)
    {
        var due = link.FirstDue(_queue.Now);
        if (due == link.DueNs) return;
        link.DueNs = due;
        link.Epoch++;
        if (due >= 0) _queue.At(due, timer, link.Index, link.Epoch, 0);
    }
}
