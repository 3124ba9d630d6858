using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Databases;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>What can be seen of the engine from outside.</summary>
internal sealed partial class DataPlane
{
    /// <summary>A simulated second is over: counts and percentiles of it become the last ones.</summary>
    public void RollWindows()
    {
        foreach (var users in classes) users.RollWindow();
        foreach (var station in stations) station.Meter.RollWindow();
        foreach (var server in servers) server.RollWindow(Now, Nanoseconds.PerSecond);
        cache?.RollWindow();
        if (balancer is null) return;
        balancer.Meter.RollWindow();
        foreach (var target in balancer.Targets)
        {
            target.LastArrived = target.WindowArrived;
            target.WindowArrived = 0;
        }
    }

    public ImmutableArray<ClassTelemetry> ClassTelemetry() => [.. classes.Select(users => users.Last)];

    public ServerTelemetry ServerTelemetry(string id)
    {
        var node = NodeOf(id);
        var roles = ImmutableArray.CreateBuilder<RoleTelemetry>(3);
        var outstanding = 0;
        foreach (var station in node.Roles)
        {
            if (station is null) continue;
            outstanding += station.Meter.Inside.Value;
            var busy = ImmutableArray.Create(station.Busy, 0, station.Processes);
            var meter = station.Meter;
            roles.Add(new RoleTelemetry(
                station.Role, busy, station.Queue.Count, meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency));
        }

        return new ServerTelemetry(id, node.CpuShare, node.RunQueue.Count, outstanding, roles.ToImmutable());
    }

    public BalancerTelemetry BalancerTelemetry()
    {
        var meter = balancer!.Meter;
        var targets = balancer.Targets
            .Select(target => new TargetTelemetry(target.Server.Id, target.Outstanding, target.LastArrived)).ToImmutableArray();
        return new BalancerTelemetry(
            balancer.Id, meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency, targets, [.. balancer.Probes]);
    }

    /// <summary>The balancer has judged the probes that had finished.</summary>
    public void ForgetProbes() => balancer?.Probes.Clear();

    public CacheTelemetry CacheTelemetry() =>
        new(cache!.Id, cache.Entries, cache.LastHits, cache.LastMisses, cache.LastEvictions);

    public DatabaseTelemetry DatabaseTelemetry()
    {
        var meter = database!.Station.Meter;
        return new DatabaseTelemetry(
            database.Id, database.Connections, database.BusySlots, database.SlotQueue.Count, database.LockWaiters,
            meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency);
    }

    public ImmutableArray<Trace> TakeTraces() => traces?.Take() ?? [];

    public void TraceOnly(string users, long number) =>
        (traces ?? throw new InvalidOperationException("this world records no traces")).Only(users, number);

    public void ResetMeters()
    {
        metersSince = Now;
        foreach (var users in classes) users.Counts.Reset();
        foreach (var station in stations) station.Meter.Reset(Now);
        balancer?.Meter.Reset(Now);
        cache?.Meter.Reset(Now);
    }

    public RunReport Report()
    {
        var rows = ImmutableArray.CreateBuilder<StationReport>();
        if (Now > metersSince)
        {
            if (balancer is not null) rows.Add(balancer.Meter.Report(Now, 0));
            foreach (var station in stations) rows.Add(station.Meter.Report(Now, station.Server.Cores));
            if (cache is not null) rows.Add(cache.Meter.Report(Now, 0));
        }

        return new RunReport([.. classes.Select(users => users.Counts.Report(users.Spec.Id))], rows.ToImmutable());
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Now);
        hash.Add(queue.Sequence);
        hash.Add((long)pool.Live);
        foreach (var users in classes) users.Counts.AddTo(ref hash);
        foreach (var station in stations) station.Meter.AddTo(ref hash);
        balancer?.Meter.AddTo(ref hash);
        cache?.Meter.AddTo(ref hash);
        foreach (var server in servers) hash.Add((long)server.FreeCores);
    }
}
