using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Links;

/// <summary>
/// Between places: constant delays, and where racks have uplinks of a rate or have lost them, what becomes of a message.
/// </summary>
internal sealed class LinkStation : Station
{
    /// <summary>
    /// Where nothing else says how long a caller waits for a server that does not answer: Linux's first SYN retries.
    /// </summary>
    public const long ConnectTimeoutNs = 3 * Nanoseconds.PerSecond;

    /// <summary>A probe, its answer, and an error's answer: a few headers.</summary>
    private const double SmallBytes = 256;

    private readonly UserClass[] _classes;
    private readonly RackNode[] _racks;
    private readonly int _sameRackLane;
    private readonly int _otherZoneLane;
    private readonly int _connectTimeoutLane;
    private readonly int _innerTimeoutLane;
    private readonly int _databaseTimeoutLane;
    private readonly int _queueTimeoutLane;
    private readonly Link[] _links;
    private readonly Uplinks _uplinks;
    private readonly StepKind _reachDownlink;
    private readonly StepKind _through;

    private int _severed;

    /// <summary>Messages between racks may wait or be lost; otherwise they only take their time.</summary>
    private bool _crossing;

    public LinkStation(Kernel kernel, UserStation users, Scenario scenario)
        : base(kernel)
    {
        _classes = users.Classes;
        _racks = RackNodes(scenario);
        _links = [.. _racks.SelectMany(rack => new[] { rack.Up, rack.Down }).OfType<Link>()];
        _crossing = _links.Length > 0;
        InternetLane = Queue.LaneOf(scenario.Network.InternetNs);
        OriginLane = Queue.LaneOf(scenario.Edge?.OriginNs ?? 0);
        _sameRackLane = Queue.LaneOf(scenario.Network.SameRackNs);
        OtherRackLane = Queue.LaneOf(scenario.Network.OtherRackNs);
        _otherZoneLane = Queue.LaneOf(scenario.Network.OtherZoneNs);
        _connectTimeoutLane = Queue.LaneOf(scenario.Balancer?.ConnectTimeoutNs ?? ConnectTimeoutNs);
        _innerTimeoutLane = scenario.Inner is null ? _connectTimeoutLane : Queue.LaneOf(scenario.Inner.ConnectTimeoutNs);
        _databaseTimeoutLane = scenario.Database is null
            ? _connectTimeoutLane
            : Queue.LaneOf(scenario.Database.ConnectTimeoutNs);
        _queueTimeoutLane = Queue.LaneOf(scenario.Spec<QueueSpec>()?.ConnectTimeoutNs ?? ConnectTimeoutNs);
        (_reachDownlink, _through) = (NewStep(), NewStep());
        _uplinks = new Uplinks(
            kernel, _links, _reachDownlink, _through, NewTimer(), slot => Bytes(ref Pool[slot], Pool[slot].Then));
    }

    public override Turn Turn => new(3, 5);

    /// <summary>Between users and the entry; between the edge and the entry; between two racks of a zone.</summary>
    public int InternetLane { get; }

    public int OriginLane { get; }

    public int OtherRackLane { get; }

    public RackNode this[string id] => Array.Find(_racks, rack => rack.Id == id)!;

    /// <summary>The balancers and the users stand in no rack (null).</summary>
    public void Travel(int slot, RackNode? from, RackNode? to, StepKind kind, int arg)
    {
        if (_crossing) Cross(slot, from, to, Wire(from, to), kind, arg);
        else Kernel.Travel(slot, Wire(from, to), kind, arg);
    }

    /// <param name="from">The rack of a server that answers users itself.</param>
    public void ToUser(int slot, RackNode? from = null)
    {
        ref var request = ref Pool[slot];
        if (request.Closed)
        {
            Kernel.Answered(slot, Request.AtUser);
            return;
        }

        var passesEdge = request.InEdge;
        request.At = passesEdge ? Request.AtEdge : Request.AtUser;
        var lane = passesEdge ? OriginLane : InternetLane;
        if (_crossing) Cross(slot, from, null, lane, StepKind.Answered, request.At);
        else Kernel.Travel(slot, lane, StepKind.Answered, request.At);
    }

    /// <summary>No answer comes: the caller notices after its timeout.</summary>
    public void NoAnswer(int slot, int caller) => Kernel.Travel(slot, TimeoutLane(caller), StepKind.ConnectTimeout, caller);

    /// <summary>How long who stands there waits for somebody who does not answer.</summary>
    public int TimeoutLane(int caller) => caller switch
    {
        Request.AtInner => _innerTimeoutLane,
        (int)Role.App => _databaseTimeoutLane,
        _ => _connectTimeoutLane,
    };

    /// <summary>Is some uplink lost?</summary>
    public bool AnySevered => _severed > 0;

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == _through) _uplinks.Leave(slot);
        else if (_racks[arg].Severed) Drop(slot, Pool[slot].Then, Pool[slot].ThenArg);
        else _uplinks.Enter(slot, _racks[arg].Down!);
    }

    /// <summary>A message is through a shared uplink.</summary>
    public override void Fire(StepKind kind, int slot, int epoch) => _uplinks.Fire(slot, epoch);

    public override void Stop(int slot, Phase was)
    {
        if (was == Phase.OnLink) _uplinks.Stop(slot);
    }

    public override void Audit(List<string> broken) => _uplinks.Audit(broken);

    /// <summary>A rack's uplink is lost, or back.</summary>
    public void Sever(string id, bool lost)
    {
        var rack = this[id];
        if (rack.Severed == lost) return;
        rack.Severed = lost;
        _severed += lost ? 1 : -1;
        _crossing = _links.Length > 0 || _severed > 0;
        if (lost) LoseAllIn(rack);
    }

    public override void Roll()
    {
        foreach (var link in _links) link.RollWindow(Now, Nanoseconds.PerSecond);
    }

    public override void ResetMeters()
    {
        foreach (var link in _links) link.Reset(Now);
    }

    public override IEnumerable<StationReport> Report() => _links.Select(link => link.Report(Now));

    public override void AddMetersTo(ref StateHash hash)
    {
        foreach (var link in _links) link.AddTo(ref hash);
    }

    public RackTelemetry Telemetry(string id)
    {
        var rack = this[id];
        return new RackTelemetry(id, rack.Up?.Share ?? 0, rack.Down?.Share ?? 0, rack.Up?.WaitNs ?? 0, rack.Down?.WaitNs ?? 0);
    }

    private static RackNode[] RackNodes(Scenario scenario)
    {
        var zones = scenario.Racks.Select(rack => rack.Zone).Distinct().ToList();
        var links = 0;
        return [.. scenario.Racks.Select((rack, index) => new RackNode(rack.Id, index, zones.IndexOf(rack.Zone))
        {
            Up = NewLink(rack, up: true),
            Down = NewLink(rack, up: false),
        })];

        Link? NewLink(RackSpec rack, bool up) => rack.UplinkBitsPerSecond == 0 ? null : new Link(
            $"{rack.Id}/{(up ? "uplink" : "downlink")}", up, rack.UplinkBitsPerSecond,
            rack.UplinkDiscipline == UplinkDiscipline.Fifo, links++);
    }

    private int Wire(RackNode? from, RackNode? to) =>
        from is null || to is null ? OtherRackLane
        : ReferenceEquals(from, to) ? _sameRackLane
        : from.Zone == to.Zone ? OtherRackLane : _otherZoneLane;

    private void Cross(int slot, RackNode? from, RackNode? to, int lane, StepKind kind, int arg)
    {
        if (ReferenceEquals(from, to)) Kernel.Travel(slot, lane, kind, arg);
        else if (from is { Severed: true } || to is { Severed: true }) Drop(slot, kind, arg);
        else if (from?.Up is null && to?.Down is null) Kernel.Travel(slot, lane, kind, arg);
        else _uplinks.Send(slot, from?.Up, to, lane, kind, arg);
    }

    /// <summary>Messages in both directions are lost with the uplink.</summary>
    private void LoseAllIn(RackNode rack)
    {
        for (var slot = 0; slot < Pool.Used; slot++)
        {
            if (Pool[slot].Phase != Phase.OnLink || !rack.Has(_links[Pool[slot].Link])) continue;
            Kernel.Stop(slot);
            Drop(slot, Pool[slot].Then, Pool[slot].ThenArg);
        }
    }

    private double Bytes(ref Request request, StepKind kind)
    {
        if (request.Probe) return SmallBytes;
        var users = _classes[request.Class].Spec;
        if (kind is not (StepKind.Answered or StepKind.CacheAnswered)) return users.RequestBytes;
        return request.Failure == Cause.None ? users.ResponseBytes : SmallBytes;
    }

    /// <summary>
    /// A message is lost: whoever waits for it, or for its answer, notices after the connect timeout. A silent cache counts as a
    /// miss.
    /// </summary>
    private void Drop(int slot, StepKind kind, int arg)
    {
        ref var request = ref Pool[slot];
        switch (kind)
        {
            case StepKind.Answered:
                request.Failure = Cause.Unreachable;
                // the last an application asks is the queue
                var ofQueue = arg == (int)Role.App && request is { Settled: true, Message: 0 };
                Kernel.Travel(slot, ofQueue ? _queueTimeoutLane : TimeoutLane(arg), StepKind.Answered, arg);
                break;
            case StepKind.ReachQueue:
                Kernel.Travel(slot, _queueTimeoutLane, StepKind.ConnectTimeout, request.At);
                break;
            case StepKind.ReachCache or StepKind.CacheAnswered:
                request.Stale = false;
                Kernel.Travel(slot, _connectTimeoutLane, StepKind.CacheAnswered, 0);
                break;
            default:
                NoAnswer(slot, request.At);
                break;
        }
    }
}
