using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>
/// A cache: look, miss or wait for another's answer, fill, forget what was written. The one beside the application servers is
/// asked by them and answers them; the edge stands before the entry, and fetches what it lacks for its users itself.
/// </summary>
internal sealed class CacheStation : Station
{
    private readonly WatchStation _watch;
    private readonly UserClass[] _classes;
    private readonly LinkStation _links;
    private readonly Fleet _fleet;
    private readonly CacheShelf _shelf;
    private readonly WarmUps _warmUps;
    private readonly CacheControls _controls;

    /// <summary>Which of a request's visits is to this one.</summary>
    private readonly int _visit;
    private readonly StepKind _lookedUp;

    public CacheStation(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, Fleet fleet, CacheShelf shelf, Numbering warmed)
        : base(kernel)
    {
        (_watch, _classes, _links, _fleet, _shelf) = (watch, users.Classes, links, fleet, shelf);
        IsEdge = shelf.IsEdge;
        _visit = shelf.Visit;
        _lookedUp = NewStep();
        _warmUps = new WarmUps(kernel, shelf, _classes, warmed, NewTimer(), NewTimer());
        _controls = new CacheControls(kernel, shelf, _warmUps, _lookedUp);
        if (IsEdge) kernel.Takes(this, StepKind.ReachEdge, StepKind.EdgeWarmed);
        else kernel.Takes(this, StepKind.ReachCache, StepKind.CacheWarmed);
        if (IsEdge) kernel.Stands(this, Request.AtEdge);
    }

    public override Turn Turn => new(4, IsEdge ? 0 : 4);

    public bool IsEdge { get; }

    public int UserLane => _shelf.UserLane;

    /// <summary>Null: there never was one.</summary>
    public CacheNode? Node => _shelf.Node;

    public bool Serves => _shelf.Node is { Serving: true };

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == _lookedUp) LookedUp(slot, hit: arg == 1);
        else if (kind is StepKind.ReachCache or StepKind.ReachEdge) Arrive(slot);
        else _warmUps.Answered(slot);
    }

    public override void Fire(StepKind kind, int slot, int epoch) => _warmUps.Fire(kind, slot, epoch);

    /// <summary>The origin's answer passes the edge.</summary>
    public override void Answered(int slot)
    {
        ref var request = ref Pool[slot];
        var cache = Node!;
        if (request.Failure == Cause.None && Keeps(ref request))
            cache.Fill(request.Key, Now, request.ReadAt == 0 ? Now : request.ReadAt, request.Without);
        ref var visit = ref request.Visits[_visit];
        var (leads, key) = (visit.Leads, request.Key);
        visit.Leads = false;
        PassToUser(slot);
        if (leads) EndFlight(key);
    }

    /// <summary>Back from the database with the value of a key that was missed.</summary>
    public void Fill(ref Request request)
    {
        request.Fills = false;
        if (request.Failure == Cause.None && Serves && Node!.Rack is not { Severed: true })
            Node.Fill(request.Key, Now, request.ReadAt);
    }

    /// <summary>Who asked for others, too, is done with it, whatever came of it.</summary>
    public void EndLead(ref Request request)
    {
        ref var visit = ref request.Visits[_visit];
        if (!visit.Leads) return;
        visit.Leads = false;
        EndFlight(request.Key);
    }

    public override void Stop(int slot, Phase was)
    {
        ref var request = ref Pool[slot];
        // the edge waits for an answer in any case
        if (IsEdge || !request.Visits[_visit].Inside || was is not (Phase.Travelling or Phase.InFlight)) return;
        if (was == Phase.InFlight) Node!.LeaveFlight(Pool, request.Key, slot);
        Leave(ref request, Cause.Cut);
    }

    public override object Controls => _controls;

    public override void Roll()
    {
        Node?.RollWindow();
        Node?.Meter.RollWindow();
    }

    public override void ResetMeters() => Node?.Meter.Reset(Now);

    public override IEnumerable<StationReport> Report() => Node is null ? [] : [Node.Meter.Report(Now)];

    public override void AddMetersTo(ref StateHash hash) => Node?.Meter.AddTo(ref hash);

    public override void AddTo(ref StateHash hash) => Node?.WarmUp?.AddTo(ref hash);

    public override void Audit(List<string> broken)
    {
        if (Node is null) return;
        _warmUps.Audit(broken);
        if (Node is { Serving: false, Entries: > 0 })
            broken.Add($"{Node.Id}: {Node.Entries} entries in a cache that is not there");
        var inside = 0;
        for (var slot = 0; slot < Pool.Used; slot++)
            if (Pool[slot].Phase != Phase.Free && Pool[slot].Visits[_visit].Inside) inside++;
        if (Node.Meter.Inside.Value != inside) broken.Add($"{Node.Id}: {Node.Meter.Inside.Value} inside, {inside} requests");
    }

    public CacheTelemetry Telemetry() => new(
        Node!.Id, Node.Entries, Node.LastHits, Node.LastMisses, Node.LastEvictions,
        Node.WarmUp is { } warm ? new WarmUpTelemetry(warm.Left + warm.UnderWay, warm.Loaded, warm.Failed) : null);

    private void Arrive(int slot)
    {
        var cache = Node!;
        if (!cache.Serving)
        {
            // it has gone meanwhile: nothing listens there, which is as good as a miss
            Answer(slot, hit: false);
            return;
        }

        ref var request = ref Pool[slot];
        cache.Meter.Arrive();
        cache.Meter.Enter(Now);
        cache.Meter.Start(Now);
        if (IsEdge) request.At = Request.AtEdge;
        request.Visits[_visit].Inside = true;
        request.Visits[_visit].In = Now;
        _watch.Traces?.Enter(ref request, cache.Id, null, Now);
        _watch.Traces?.Work(ref request, Now);
        if (IsEdge && !Keeps(ref request)) Kernel.Travel(slot, _links.OriginLane, StepKind.ReachEntry, 0);
        else LookUp(slot, cache);
    }

    private void LookUp(int slot, CacheNode cache)
    {
        ref var request = ref Pool[slot];
        var hit = !_warmUps.Revalidates(ref request) && cache.LookUp(request.Key, Now);
        _watch.Traces?.Looked(ref request, hit);
        if (hit)
        {
            var users = _classes[request.Class];
            request.Stale = cache.IsStale(request.Key, Now, users.Spec.StaleNs)
                || (request.WroteAt > 0 && cache.ValueAt(request.Key) < request.WroteAt)
                || users.Age.IsOvertaken(request.Key, cache.ReadAt(request.Key), Now)
                || (IsEdge && users.Age.IsOldPage(cache.FilledAt(request.Key)));
            if (cache.BeginsRevalidation(request.Key, Now)) _warmUps.Revalidate(users, request.Key);
        }
        else if (cache.TakesOff(Pool, request.Key, slot))
        {
            request.Visits[_visit].Leads = cache.SingleFlight;
        }
        else
        {
            request.Phase = Phase.InFlight;
            return;
        }

        Kernel.Travel(slot, _shelf.LookupLane, _lookedUp, hit ? 1 : 0);
    }

    private void LookedUp(int slot, bool hit)
    {
        ref var request = ref Pool[slot];
        if (!IsEdge)
        {
            Leave(ref request, Cause.None);
            if (hit) request.ReadAt = Node!.ReadAt(request.Key);
            Answer(slot, hit);
        }
        else if (hit)
        {
            // a page is remembered as it was made
            request.Without = Node!.Without(request.Key) & _classes[request.Class].Flags;
            PassToUser(slot);
        }
        else
        {
            Kernel.Travel(slot, _links.OriginLane, StepKind.ReachEntry, 0);
        }
    }

    /// <summary>To the application server that asked.</summary>
    private void Answer(int slot, bool hit)
    {
        var app = _fleet.HolderOf(ref Pool[slot], (int)Role.App).Server;
        // the answer takes the application's uplink, as the question did
        _links.Travel(slot, app.Rack, Node!.Rack, StepKind.CacheAnswered, hit ? 1 : 0);
    }

    private void PassToUser(int slot)
    {
        ref var request = ref Pool[slot];
        request.At = Request.AtUser;
        Leave(ref request, request.Failure);
        Kernel.Travel(slot, _shelf.UserLane, StepKind.Answered, Request.AtUser);
    }

    private void Leave(ref Request request, Cause cause)
    {
        ref var visit = ref request.Visits[_visit];
        visit.Inside = false;
        Node!.Meter.Leave(Now, visit.In, visit.In, true, cause);
        _watch.Traces?.Leave(ref request, Now, cause);
    }

    /// <summary>The leader of a flight is done: with a value everybody has it; without one the next in line fetches it.</summary>
    private void EndFlight(int key)
    {
        var cache = Node!;
        var landed = cache.Has(key, Now);
        while (true)
        {
            var next = cache.NextInFlight(Pool, key);
            if (next == RequestPool.None) return;
            Pool[next].Phase = Phase.Travelling;
            Pool[next].Visits[_visit].Leads = !landed;
            Kernel.Travel(next, _shelf.LookupLane, _lookedUp, landed ? 1 : 0);
            if (!landed) return;
        }
    }

    private bool Keeps(ref Request request) => !request.Write && _shelf.IsAskedBy(_classes[request.Class]);
}
