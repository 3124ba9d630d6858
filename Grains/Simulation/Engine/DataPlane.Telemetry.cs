using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>What can be seen of the engine from outside.</summary>
internal sealed partial class DataPlane
{
    /// <summary>A simulated second is over: counts and percentiles of it become the last ones.</summary>
    public void RollWindows()
    {
        foreach (var users in _classes) users.RollWindow();
        foreach (var (meter, _) in _meters) meter.RollWindow();
        foreach (var server in _servers) server.RollWindow(Now, Nanoseconds.PerSecond);
        _cache?.RollWindow();
        _database?.RollWindow();
        _edge?.RollWindow();
        _edge?.Meter.RollWindow();
        _dns?.RollWindow();
        _tls?.Meter.RollWindow();
        if (_uplinks) RollLinks();
        foreach (var balancer in Balancers())
        {
            balancer.Meter.RollWindow();
            foreach (var target in balancer.Targets) target.RollWindow();
        }
    }

    public ImmutableArray<ClassTelemetry> ClassTelemetry() => [.. _classes.Select(users => users.Last)];

    public ServerTelemetry ServerTelemetry(string id)
    {
        var node = NodeOf(id);
        var roles = ImmutableArray.CreateBuilder<RoleTelemetry>(3);
        var outstanding = 0;
        double memory = 0;
        foreach (var station in node.Roles)
        {
            if (station is null) continue;
            outstanding += station.Meter.Inside.Value;
            var busy = ImmutableArray.Create(station.Busy, 0, station.Processes);
            var meter = station.Meter;
            roles.Add(new RoleTelemetry(
                station.Role, busy, station.Queue.Count, meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency,
                [.. station.LeakedKiB.Take(station.Processes).Select(kib => kib / 1024)], station.Generation,
                (int)station.Role < node.Breakers.Length ? node.Breakers[(int)station.Role]?.State : null,
                meter.LastErrors));
            memory += station.MemoryMiB;
        }

        foreach (var station in node.Others) memory += station.MemoryMiB;
        return new ServerTelemetry(
            id, node.CpuShare, node.RunQueue.Count, outstanding, roles.ToImmutable(), memory, [.. node.Others.Select(Generation)],
            node.Disk.Share);
    }

    private static GenerationTelemetry Generation(RoleStation station) => new(
        station.Role, station.Generation, station.Version.Version, station.Port, station.Retired, ImmutableArray.Create(station.Busy, 0, station.Processes),
        [.. Enumerable.Range(0, station.Processes).Select(process =>
            station.Down[process] ? 0 : station.ProcessMiB + station.LeakedKiB[process] / 1024)]);

    public BalancerTelemetry BalancerTelemetry(string id)
    {
        var balancer = BalancerOf(id);
        var meter = balancer.Meter;
        var targets = balancer.Targets.Where(target => !target.Server.Gone)
            .Select(target => new TargetTelemetry(target.Server.Id, target.Outstanding, target.LastArrived)).ToImmutableArray();
        return new BalancerTelemetry(
            id, meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency, targets, [.. balancer.Probes],
            balancer.Level == 0 ? _tls?.Meter.LastCompleted ?? 0 : 0, balancer.Level == 0 ? _tls?.Queue.Count ?? 0 : 0,
            balancer.Level == 0 ? _tls?.Busy ?? 0 : 0, balancer.Queue.Count);
    }

    /// <summary>The balancers have judged the probes that had finished.</summary>
    public void ForgetProbes()
    {
        _balancer?.Probes.Clear();
        _inner?.Probes.Clear();
    }

    public CacheTelemetry CacheTelemetry(string id)
    {
        var cache = CacheOf(id);
        return new CacheTelemetry(
            id, cache.Entries, cache.LastHits, cache.LastMisses, cache.LastEvictions,
            cache.WarmUp is { } warm ? new WarmUpTelemetry(warm.Left + warm.UnderWay, warm.Loaded, warm.Failed) : null);
    }

    public DnsTelemetry DnsTelemetry() => new(_dns!.Id, _dns.LastQueries, _dns.LastLookups, _dns.Outdated(Now));

    public DatabaseTelemetry DatabaseTelemetry()
    {
        var primary = _database!.Primary;
        var meter = primary.Station.Meter;
        return new DatabaseTelemetry(
            _database.Id, primary.Connections, primary.Slots, primary.BusySlots, primary.SlotQueue.Count, _database.Locks.Waiters,
            meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency, _database.LastDeadlocks, _database.LostAt,
            _database.LostAt < 0 ? _database.Replication?.UnderWay(Now) ?? 0 : _database.LostWrites,
            [.. _database.Nodes.Where(node => !node.Gone).Select(Telemetry)]);
    }

    private DatabaseNodeTelemetry Telemetry(DatabaseNode node)
    {
        var meter = node.Station.Meter;
        var idle = _database!.PoolSize == 0 ? 0 : _database.Pools.To(node.Index).Sum(pool => pool.Open - pool.Busy);
        return new DatabaseNodeTelemetry(
            node.Station.Server.Id, node.Up, node.Connections, idle, node.Slots, node.BusySlots, node.SlotQueue.Count, node.WarmKeys,
            meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency);
    }

    public ImmutableArray<Trace> TakeTraces() => _traces?.Take() ?? [];

    public void TraceOnly(string users, long number) =>
        (_traces ?? throw new InvalidOperationException("this world records no traces")).Only(users, number);

    public void ResetMeters()
    {
        _metersSince = Now;
        var underWay = Intents();
        foreach (var users in _classes) users.Counts.Reset(underWay[users.Index]);
        foreach (var (meter, _) in _meters) meter.Reset(Now);
        foreach (var balancer in Balancers()) balancer.Meter.Reset(Now);
        _cache?.Meter.Reset(Now);
        _edge?.Meter.Reset(Now);
        _tls?.Meter.Reset(Now);
        foreach (var rack in _racks)
        {
            rack.Up?.Reset(Now);
            rack.Down?.Reset(Now);
        }
    }

    public RunReport Report()
    {
        var rows = ImmutableArray.CreateBuilder<StationReport>();
        if (Now > _metersSince)
        {
            if (_edge is not null) rows.Add(_edge.Meter.Report(Now, 0));
            if (_tls is not null) rows.Add(_tls.Meter.Report(Now, _tls.Cores));
            foreach (var balancer in Balancers()) rows.Add(balancer.Meter.Report(Now, 0));
            foreach (var (meter, server) in _meters) rows.Add(meter.Report(Now, server.Cores));
            if (_cache is not null) rows.Add(_cache.Meter.Report(Now, 0));
            foreach (var rack in _racks)
            {
                if (rack.Up is not null) rows.Add(rack.Up.Report(Now));
                if (rack.Down is not null) rows.Add(rack.Down.Report(Now));
            }
        }

        return new RunReport([.. _classes.Select(users => users.Counts.Report(users.Spec.Id))], rows.ToImmutable());
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Now);
        hash.Add(_queue.Sequence);
        hash.Add((long)_pool.Live);
        foreach (var users in _classes) users.Counts.AddTo(ref hash);
        foreach (var (meter, _) in _meters) meter.AddTo(ref hash);
        foreach (var balancer in Balancers()) balancer.Meter.AddTo(ref hash);
        foreach (var rack in _racks)
        {
            rack.Up?.AddTo(ref hash);
            rack.Down?.AddTo(ref hash);
        }

        _cache?.Meter.AddTo(ref hash);
        _edge?.Meter.AddTo(ref hash);
        _cache?.WarmUp?.AddTo(ref hash);
        _edge?.WarmUp?.AddTo(ref hash);
        _tls?.Meter.AddTo(ref hash);
        foreach (var server in _servers)
        {
            hash.Add((long)server.FreeCores);
            hash.Add((long)server.Rack.Index);
            hash.Add((long)server.Generations);
            hash.Add(server.Disk.Share);
            foreach (var station in server.Others) hash.Add((long)station.Running);
        }

        foreach (var node in _database?.Nodes ?? [])
        {
            hash.Add((long)node.Connections);
            hash.Add((long)node.BusySlots);
            hash.Add((long)node.WarmKeys);
        }
    }
}
