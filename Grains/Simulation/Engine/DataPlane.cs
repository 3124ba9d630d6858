using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// The exact discrete-event engine of one estate: every request, every wait, in integer nanoseconds. Its parts lie beside it:
/// users, balancer, servers, cache, database, its pools and nodes, cutting, directives, telemetry.
/// </summary>
internal sealed partial class DataPlane
{
    /// <summary>Where nothing else says how long a caller waits for a server that does not answer: Linux's first SYN retries.</summary>
    private const long ConnectTimeoutNs = 3 * Nanoseconds.PerSecond;

    private readonly Scenario _scenario;
    private readonly EventQueue _queue = new();
    private readonly RequestPool _pool = new();
    private readonly List<ServerNode> _servers = [];

    /// <summary>To look up, never to walk through: its order is nobody's.</summary>
    private readonly Dictionary<string, ServerNode> _serverOf = new(StringComparer.Ordinal);
    private readonly List<RoleStation> _stations = [];
    private readonly List<(StationMeter Meter, ServerNode Server)> _meters = [];
    private readonly UserClass[] _classes;
    private readonly RateProfile _profile;
    private readonly BalancerNode? _balancer;
    private readonly BalancerNode? _inner;
    private CacheNode? _cache;
    private readonly Database? _database;
    private TraceRecorder? _traces;
    private readonly int _internetLane;
    private readonly int _sameRackLane;
    private readonly int _otherRackLane;
    private readonly int _otherZoneLane;
    private int _lookupLane;
    private readonly int _connectTimeoutLane;
    private readonly int _innerTimeoutLane;

    private WaitLimit _lockTimeout;
    private WaitLimit _poolTimeout;
    private WaitLimit _statementTimeout;

    /// <summary>−1: nobody looks for deadlocks; the disk takes no time.</summary>
    private readonly int _deadlockLane = -1;
    private readonly int _coldReadLane = -1;

    /// <summary>Some class asks replicas.</summary>
    private readonly bool _readsReplicas;
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
        if (scenario.Database is { DeadlockNs: >= 0 } looking) _deadlockLane = _queue.LaneOf(looking.DeadlockNs);
        if (scenario.Database is { } limiting) LimitWaits(limiting.LockTimeoutNs, limiting.StatementTimeoutNs, limiting.PoolTimeoutNs);
        if (scenario.Database is { ColdReadNs: > 0 } reading) _coldReadLane = _queue.LaneOf(reading.ColdReadNs);
        _readsReplicas = scenario.Classes.Any(users => users.ReplicaReads);
        _connectTimeoutLane = _queue.LaneOf(scenario.Balancer?.ConnectTimeoutNs ?? ConnectTimeoutNs);
        _innerTimeoutLane = scenario.Inner is null ? _connectTimeoutLane : _queue.LaneOf(scenario.Inner.ConnectTimeoutNs);
        _profile = new RateProfile(scenario.Traffic);
        _userConnectLane = _queue.LaneOf(ConnectTimeoutNs);

        _flags = scenario.Flags;
        _classes = new UserClass[scenario.Classes.Length];
        var (keys, clients) = (0, 0);
        var firstKeys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < _classes.Length; index++)
        {
            var spec = scenario.Classes[index];
            if (!firstKeys.TryGetValue(DataOf(spec), out var firstKey))
            {
                firstKeys.Add(DataOf(spec), firstKey = keys);
                keys += scenario.Classes.Where(other => DataOf(other) == DataOf(spec)).Max(other => other.Keys);
            }

            _classes[index] = new UserClass(
                index, spec, seed, firstKey, spec.PatienceNs == 0 ? -1 : _queue.LaneOf(spec.PatienceNs), clients, _flags);
            clients += spec.Clients;
        }

        foreach (var users in _classes)
            users.ShedRank = 1 + scenario.Classes.Select(other => other.Priority).Distinct().Count(priority => priority < users.Spec.Priority);
        Outcomes = new OutcomeLedger(_classes.Length, _flags.Length);
        foreach (var server in scenario.Servers) Place(InitialState.Of(server, scenario));
        if (scenario.Balancer is { } outer) _balancer = NewBalancer(outer, 0, seed);
        if (scenario.Inner is { } inner) _inner = NewBalancer(inner, 1, seed);
        GuardDatabase(scenario.Database?.Breaker);

        (_keys, _cacheLuck) = (keys, new Draw(seed, Purpose.CacheTtl, 0));
        if (scenario.Cache is { } c) _cache = NewCache(c);
        if (scenario.Database is { } d) _database = new Database(d, Nodes(d, keys), keys);
        if (scenario.Releases.Any(release => !release.Coexists)) _marks = new VersionMarks(keys);
        foreach (var server in _servers.OrderBy(server => server.Roles[(int)Role.Db] is null))
            if (server.Reachability == Reachability.Accepting) OpenPools(server);
        if (scenario.Edge is { } edge)
        {
            _edge = new CacheNode(edge.Cache, null, keys, new Draw(seed, Purpose.CacheTtl, 1), new StationMeter(edge.Cache.Id));
            _edgeLane = _queue.LaneOf(edge.UserNs);
            _originLane = _queue.LaneOf(edge.OriginNs);
            _edgeLookupLane = _queue.LaneOf(edge.Cache.LookupNs);
        }

        if (scenario.Dns is { } dns) _dns = new DnsNode(dns, [.. dns.Targets.Select(AddressOf)], seed);
        if (scenario.Tls is { } tls)
        {
            if (tls.End == TlsEnd.Balancer && _balancer is not null) _tls = new TlsStation(tls, _balancer.Id);
            _fullHandshake = new WorkSampler(tls.Full);
            _resumedHandshake = new WorkSampler(tls.Resumed);
            if (scenario.Certificate is { } served) (_certificateExpiresNs, _certificateCovers) = (served.ExpiresNs, served.Covers);
        }

        _approaches = clients > 0 || _dns is not null || _edge is not null;
        if (_approaches) OpenWays();
        if (clients > 0)
        {
            _clients = new ClientTable(clients);
            WarmClients(seed);
        }

        if (sampleTraces) _traces = new TraceRecorder(scenario, samples: true);
        for (var index = 0; index < _classes.Length; index++) BeginArrivals(_classes[index]);
        ObserveVersions();
        RollWindows();
    }

    public long Now => _queue.Now;

    public int InFlight => _pool.Live;

    /// <summary>Of every class of users; null: not the same of all of them.</summary>
    public double? RetryBudget =>
        Array.TrueForAll(_classes, users => users.RetryBudget.Equals(_classes[0].RetryBudget)) ? _classes[0].RetryBudget : null;

    /// <summary>Requests that ever came, without retries.</summary>
    public long Requests { get; private set; }

    /// <summary>What became of requests since it was last taken, for the score.</summary>
    public OutcomeLedger Outcomes { get; }

    public void RunUntil(long time)
    {
        while (_queue.TryTake(time, out var next)) Dispatch(next);
        _queue.AdvanceTo(time);
        ObserveVersions();
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
            case EventKind.WarmNext:
                WarmNext((Warming)next.Slot, next.Epoch);
                break;
            case EventKind.PatienceEnds:
                if (_pool[next.Slot].Life == next.Epoch) PatienceEnds(next.Slot);
                break;
            case EventKind.StatementTimeout:
                if (_pool[next.Slot].Life == next.Epoch) StatementTimeout(next.Slot);
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
            case EventKind.Resolved:
                Resolved(slot, arg);
                break;
            case EventKind.ReachDoor:
                ReachDoor(slot);
                break;
            case EventKind.Connected:
                Connected(slot);
                break;
            case EventKind.ReachHello:
                ReachHello(slot);
                break;
            case EventKind.HandshakeWorked:
                HandshakeWorked(slot);
                break;
            case EventKind.Established:
                Established(slot);
                break;
            case EventKind.HandsShaken:
                HandsShaken(slot);
                break;
            case EventKind.ReachEdge:
                ReachEdge(slot);
                break;
            case EventKind.EdgeLookedUp:
                EdgeLookedUp(slot, arg == 1);
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
            case EventKind.DeadlockCheck:
                CheckDeadlock(slot);
                break;
            case EventKind.DiskRead:
                BeginWork(slot);
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

    private DatabaseNode[] Nodes(DatabaseSpec spec, int keys) =>
    [
        .. spec.Servers.Select((server, index) =>
            new DatabaseNode(index, NodeOf(server).Roles[(int)Role.Db]!, spec.ColdReadNs > 0 ? keys : 0, spec.Slots) { Ceiling = spec.MaxConnections, Synced = true }),
    ];

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

    private ServerNode NodeOf(string id) => _serverOf[id];

    private void Place(ServerState state)
    {
        var node = new ServerNode(state.Id, RackOf(state.Rack), state.Size.Cores, new DiskNode(state.Size.DiskMiB, state.LogKeepMiB))
        {
            Index = _servers.Count,
            Breakers = [NewBreaker(state.Breaker), NewBreaker(_databaseBreaker)],
            Blocked = ClassesOf(state.Blocked),
            Reachability = state.Lifecycle == Lifecycle.Running ? Reachability.Accepting : Reachability.Silent,
        };
        _servers.Add(node);
        _serverOf.Add(node.Id, node);
        foreach (var role in state.Roles)
        {
            var meter = new StationMeter($"{state.Id}/{RoleName(role.Role)}");
            _meters.Add((meter, node));
            node.Roles[(int)role.Role] = BeginGeneration(node, role, VersionOf(state.Version), port: 0, meter);
        }

        node.Ports[0] = node.Roles[(int)Role.App];
    }

    private static string RoleName(Role role) => role switch { Role.Web => "web", Role.App => "app", _ => "db" };
}
