using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// The exact discrete-event engine of one estate: every request, every wait, in integer nanoseconds. Its parts lie beside it:
/// users, balancer, servers, cache, database, cutting, directives, telemetry.
/// </summary>
internal sealed partial class DataPlane
{
    /// <summary>Where nothing else says how long a caller waits for a server that does not answer: Linux's first SYN retries.</summary>
    private const long ConnectTimeoutNs = 3 * Nanoseconds.PerSecond;

    private readonly Scenario _scenario;
    private readonly EventQueue _queue = new();
    private readonly RequestPool _pool = new();
    private readonly List<ServerNode> _servers = [];
    private readonly List<RoleStation> _stations = [];
    private readonly List<(StationMeter Meter, ServerNode Server)> _meters = [];
    private readonly UserClass[] _classes;
    private readonly RateProfile _profile;
    private readonly BalancerNode? _balancer;
    private readonly BalancerNode? _inner;
    private readonly CacheNode? _cache;
    private readonly DatabaseNode? _database;
    private readonly TraceRecorder? _traces;
    private readonly int _internetLane;
    private readonly int _sameRackLane;
    private readonly int _otherRackLane;
    private readonly int _otherZoneLane;
    private readonly int _lookupLane;
    private readonly int _connectTimeoutLane;
    private readonly int _innerTimeoutLane;

    /// <summary>−1: waits have no end.</summary>
    private readonly int _lockTimeoutLane = -1;
    private readonly int _poolTimeoutLane = -1;
    private double _trafficFactor = 1;
    private long _probeNumber;
    private long _metersSince;

    public DataPlane(Scenario scenario, ulong seed, bool sampleTraces)
    {
        _scenario = scenario;
        _versionErrors = new Draw(seed, Purpose.VersionError, 0);
        _internetLane = _queue.LaneOf(scenario.Network.InternetNs);
        _sameRackLane = _queue.LaneOf(scenario.Network.SameRackNs);
        _otherRackLane = _queue.LaneOf(scenario.Network.OtherRackNs);
        _otherZoneLane = _queue.LaneOf(scenario.Network.OtherZoneNs);
        _racks = RackNodes(scenario);
        _crossing = _uplinks = Array.Exists(_racks, rack => rack.Up is not null);
        _lookupLane = _queue.LaneOf(scenario.Cache?.LookupNs ?? 0);
        if (scenario.Database is { LockTimeoutNs: > 0 } locking) _lockTimeoutLane = _queue.LaneOf(locking.LockTimeoutNs);
        if (scenario.Database is { PoolTimeoutNs: > 0 } pooling) _poolTimeoutLane = _queue.LaneOf(pooling.PoolTimeoutNs);
        _connectTimeoutLane = _queue.LaneOf(scenario.Balancer?.ConnectTimeoutNs ?? ConnectTimeoutNs);
        _innerTimeoutLane = scenario.Inner is null ? _connectTimeoutLane : _queue.LaneOf(scenario.Inner.ConnectTimeoutNs);
        _profile = new RateProfile(scenario.Traffic);

        _classes = new UserClass[scenario.Classes.Length];
        var keys = 0;
        var firstKeys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < _classes.Length; index++)
        {
            var spec = scenario.Classes[index];
            if (!firstKeys.TryGetValue(DataOf(spec), out var firstKey))
            {
                firstKeys.Add(DataOf(spec), firstKey = keys);
                keys += scenario.Classes.Where(other => DataOf(other) == DataOf(spec)).Max(other => other.Keys);
            }

            _classes[index] = new UserClass(index, spec, seed, firstKey, spec.PatienceNs == 0 ? -1 : _queue.LaneOf(spec.PatienceNs));
        }

        foreach (var users in _classes)
            users.ShedRank = 1 + scenario.Classes.Select(other => other.Priority).Distinct().Count(priority => priority < users.Spec.Priority);
        Outcomes = new OutcomeLedger(_classes.Length);
        foreach (var server in scenario.Servers) Place(InitialState.Of(server, scenario));
        if (scenario.Balancer is { } outer) _balancer = NewBalancer(outer, 0, seed);
        if (scenario.Inner is { } inner) _inner = NewBalancer(inner, 1, seed);
        for (var role = 0; role < _breakers.Length; role++) SetBreaker((Role)role, role == 0 ? scenario.AppBreaker : scenario.Database?.Breaker);

        if (scenario.Cache is { } c) _cache = new CacheNode(c, RackOf(c.Rack), keys, new Draw(seed, Purpose.CacheTtl, 0), new StationMeter(c.Id));
        if (scenario.Database is { } d)
            _database = new DatabaseNode(d.Id, NodeOf(d.Server).Roles[(int)Role.Db]!, keys, d.MaxConnections, d.Slots);
        if (sampleTraces) _traces = new TraceRecorder(scenario);
        for (var index = 0; index < _classes.Length; index++) BeginArrivals(_classes[index]);
        RollWindows();
    }

    public long Now => _queue.Now;

    public int InFlight => _pool.Live;

    /// <summary>Requests that ever came, without retries.</summary>
    public long Requests { get; private set; }

    /// <summary>What became of requests since it was last taken, for the score.</summary>
    public OutcomeLedger Outcomes { get; }

    public void RunUntil(long time)
    {
        while (_queue.TryTake(time, out var next)) Dispatch(next);
        _queue.AdvanceTo(time);
    }

    /// <summary>Runs until so many more requests have come.</summary>
    public void RunRequests(long count)
    {
        for (var until = Requests + count; Requests < until && _queue.TryTake(long.MaxValue, out var next);) Dispatch(next);
    }

    private void Dispatch(in Event next)
    {
        switch (next.Kind)
        {
            case EventKind.Arrival:
                if (_classes[next.Slot].Schedule == next.Epoch) Arrive(_classes[next.Slot]);
                break;
            case EventKind.PatienceEnds:
                if (_pool[next.Slot].Life == next.Epoch) PatienceEnds(next.Slot);
                break;
            case EventKind.ShutdownTimeout:
                if (_stations[next.Slot] is { Retired: true } retired && retired.Generation == next.Epoch) ShutdownTimeout(retired);
                break;
            default:
                if (_pool[next.Slot].Epoch == next.Epoch) Step(next.Kind, next.Slot, next.Arg);
                break;
        }
    }

    private void Step(EventKind kind, int slot, int arg)
    {
        switch (kind)
        {
            case EventKind.Retry:
                Send(slot);
                break;
            case EventKind.ReachEntry:
                ReachEntry(slot);
                break;
            case EventKind.ReachDownlink:
                ReachDownlink(slot, _racks[arg]);
                break;
            case EventKind.ReachInner:
                ReachBalancer(slot, _inner!);
                break;
            case EventKind.ReachStation:
                ReachStation(slot, _stations[arg]);
                break;
            case EventKind.ConnectTimeout:
                _pool[slot].Failure = Cause.Unreachable;
                Answered(slot, arg);
                break;
            case EventKind.WaitTimeout:
                WaitTimeout(slot);
                break;
            case EventKind.WorkDone:
                WorkDone(slot);
                break;
            case EventKind.ReachCache:
                ReachCache(slot);
                break;
            case EventKind.LookedUp:
                LookedUp(slot, arg == 1);
                break;
            case EventKind.CacheAnswered:
                CacheAnswered(slot, arg == 1);
                break;
            default:
                Answered(slot, arg);
                break;
        }
    }

    /// <summary>The step happens after the lane's delay; without a delay it happens now.</summary>
    private void Travel(int slot, int lane, EventKind kind, int arg)
    {
        ref var request = ref _pool[slot];
        request.Phase = Phase.Travelling;
        if (_queue.DelayOf(lane) == 0) Step(kind, slot, arg);
        else _queue.AfterLane(lane, kind, slot, request.Epoch, arg);
    }

    private static string DataOf(ClassSpec spec) => spec.Data.Length > 0 ? $"data {spec.Data}" : $"class {spec.Id}";

    private BalancerNode NewBalancer(BalancerSpec spec, int level, ulong seed)
    {
        var node = new BalancerNode(spec.Id, level, spec.Algorithm, new Draw(seed, Purpose.Balance, (ulong)level), new StationMeter(spec.Id))
        {
            RateLimit = spec.RateLimit,
            Limits = spec.Limits,
        };
        foreach (var server in _scenario.TargetsOf(spec))
        {
            node.Set(NodeOf(server.Id), serves: true, fresh: false, 0);
            node.Weigh(server.Id, server.Weight);
        }

        return node;
    }

    private ServerNode NodeOf(string id)
    {
        foreach (var server in _servers)
            if (server.Id == id) return server;
        throw new InvalidOperationException($"no server {id}");
    }

    private void Place(ServerState state)
    {
        var node = new ServerNode(state.Id, RackOf(state.Rack), state.Size.Cores)
        {
            Breakers = [NewBreaker(Role.Web), NewBreaker(Role.App)],
            Reachability = state.Lifecycle == Lifecycle.Running ? Reachability.Accepting : Reachability.Silent,
        };
        _servers.Add(node);
        foreach (var role in state.Roles)
        {
            var meter = new StationMeter($"{state.Id}/{RoleName(role.Role)}");
            _meters.Add((meter, node));
            node.Roles[(int)role.Role] = BeginGeneration(node, role, VersionOf(state.Version), meter);
        }
    }

    private static string RoleName(Role role) => role switch { Role.Web => "web", Role.App => "app", _ => "db" };
}
