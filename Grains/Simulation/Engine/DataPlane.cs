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

    private readonly Scenario scenario;
    private readonly EventQueue queue = new();
    private readonly RequestPool pool = new();
    private readonly List<ServerNode> servers = [];
    private readonly List<RoleStation> stations = [];
    private readonly UserClass[] classes;
    private readonly RateProfile profile;
    private readonly BalancerNode? balancer;
    private readonly CacheNode? cache;
    private readonly DatabaseNode? database;
    private readonly TraceRecorder? traces;
    private readonly int internetLane;
    private readonly int sameRackLane;
    private readonly int otherRackLane;
    private readonly int lookupLane;
    private readonly int connectTimeoutLane;
    private double trafficFactor = 1;
    private long probeNumber;
    private long metersSince;

    public DataPlane(Scenario scenario, ulong seed, bool sampleTraces)
    {
        this.scenario = scenario;
        versionErrors = new Draw(seed, Purpose.VersionError, 0);
        internetLane = queue.LaneOf(scenario.Network.InternetNs);
        sameRackLane = queue.LaneOf(scenario.Network.SameRackNs);
        otherRackLane = queue.LaneOf(scenario.Network.OtherRackNs);
        lookupLane = queue.LaneOf(scenario.Cache?.LookupNs ?? 0);
        connectTimeoutLane = queue.LaneOf(scenario.Balancer?.ConnectTimeoutNs ?? ConnectTimeoutNs);
        profile = new RateProfile(scenario.Traffic);

        classes = new UserClass[scenario.Classes.Length];
        var keys = 0;
        for (var index = 0; index < classes.Length; index++)
        {
            var spec = scenario.Classes[index];
            classes[index] = new UserClass(index, spec, seed, keys, spec.PatienceNs == 0 ? -1 : queue.LaneOf(spec.PatienceNs));
            keys += spec.Keys;
        }

        Outcomes = new OutcomeLedger(classes.Length);
        foreach (var server in scenario.Servers) Place(InitialState.Of(server, scenario));
        if (scenario.Balancer is { } b)
        {
            balancer = new BalancerNode(b.Id, b.Algorithm, new Draw(seed, Purpose.Balance, 0), new StationMeter(b.Id));
            foreach (var server in scenario.Servers.Where(server => server.Attached)) balancer.Set(NodeOf(server.Id), true);
        }

        if (scenario.Cache is { } c) cache = new CacheNode(c.Id, c.Rack, keys, c.Capacity, c.TtlNs, new StationMeter(c.Id));
        if (scenario.Database is { } d)
            database = new DatabaseNode(d.Id, NodeOf(d.Server).Roles[(int)Role.Db]!, keys, d.MaxConnections, d.Slots);
        if (sampleTraces) traces = new TraceRecorder(scenario);
        for (var index = 0; index < classes.Length; index++) BeginArrivals(classes[index]);
        RollWindows();
    }

    public long Now => queue.Now;

    public int InFlight => pool.Live;

    /// <summary>Requests that ever came, without retries.</summary>
    public long Requests { get; private set; }

    /// <summary>What became of requests since it was last taken, for the score.</summary>
    public OutcomeLedger Outcomes { get; }

    public void RunUntil(long time)
    {
        while (queue.TryTake(time, out var next)) Dispatch(next);
        queue.AdvanceTo(time);
    }

    /// <summary>Runs until so many more requests have come.</summary>
    public void RunRequests(long count)
    {
        for (var until = Requests + count; Requests < until && queue.TryTake(long.MaxValue, out var next);) Dispatch(next);
    }

    private void Dispatch(in Event next)
    {
        switch (next.Kind)
        {
            case EventKind.Arrival:
                if (classes[next.Slot].Schedule == next.Epoch) Arrive(classes[next.Slot]);
                break;
            case EventKind.PatienceEnds:
                if (pool[next.Slot].Life == next.Epoch) PatienceEnds(next.Slot);
                break;
            default:
                if (pool[next.Slot].Epoch == next.Epoch) Step(next.Kind, next.Slot, next.Arg);
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
            case EventKind.ReachStation:
                ReachStation(slot, stations[arg]);
                break;
            case EventKind.ConnectTimeout:
                pool[slot].Failure = Cause.Unreachable;
                Answered(slot, arg);
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
        ref var request = ref pool[slot];
        request.Phase = Phase.Travelling;
        if (queue.DelayOf(lane) == 0) Step(kind, slot, arg);
        else queue.AfterLane(lane, kind, slot, request.Epoch, arg);
    }

    /// <summary>The lane between two places; the balancer and the users stand in no rack (null).</summary>
    private int Wire(string? from, string? to) => from is not null && from == to ? sameRackLane : otherRackLane;

    private void Travel(int slot, ServerNode? from, ServerNode? to, EventKind kind, int arg)
    {
        if (from is not null && ReferenceEquals(from, to))
        {
            pool[slot].Phase = Phase.Travelling;
            Step(kind, slot, arg);
        }
        else
        {
            Travel(slot, Wire(from?.Rack, to?.Rack), kind, arg);
        }
    }

    private ServerNode NodeOf(string id)
    {
        foreach (var server in servers)
            if (server.Id == id) return server;
        throw new InvalidOperationException($"no server {id}");
    }

    private void Place(ServerState state)
    {
        var node = new ServerNode(state.Id, state.Rack, state.Size.Cores)
        {
            Reachability = state.Lifecycle == Lifecycle.Running ? Reachability.Accepting : Reachability.Silent,
        };
        servers.Add(node);
        foreach (var role in state.Roles)
        {
            var meter = new StationMeter($"{state.Id}/{RoleName(role.Role)}");
            var station = new RoleStation(stations.Count, node, role, meter);
            node.Roles[(int)role.Role] = station;
            stations.Add(station);
        }

        Apply(new SetVersion(state.Id, state.Version));
    }

    private static string RoleName(Role role) => role switch { Role.Web => "web", Role.App => "app", _ => "db" };
}
