using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Plans;

/// <summary>What a plan may look at.</summary>
public enum Metric
{
    /// <summary>The service's level of the last 10 s, 0–1.</summary>
    Level,

    /// <summary>Share of a class's (all) requests that failed in the last second, 0–1.</summary>
    Failed,

    /// <summary>95th percentile of a class's (the slowest class's) latency in the last second, ms.</summary>
    P95,

    /// <summary>Requests a second a class (all) sent in the last second.</summary>
    Requests,

    /// <summary>
    /// A server's share of busy cores in the last second; of all running servers with a web or app role: their mean.
    /// </summary>
    Cpu,

    /// <summary>A server's (the fullest server's) share of its memory in use.</summary>
    Memory,

    /// <summary>A server's (the fullest server's) share of its disk in use.</summary>
    Disk,

    /// <summary>Requests that wait for a thread on a server (on all).</summary>
    Queue,

    /// <summary>Messages of the queue that no worker has.</summary>
    Backlog,

    /// <summary>Age of the queue's oldest message, s.</summary>
    Age,

    /// <summary>The queue's dead letters.</summary>
    DeadLetters,

    /// <summary>Connections of the database; of a server the long-lived ones it holds.</summary>
    Connections,

    /// <summary>Writes that wait for a lock.</summary>
    LockWaiters,

    /// <summary>Share of the cache's look-ups of the last second that hit.</summary>
    HitRatio,

    /// <summary>Targets the balancer holds for healthy.</summary>
    Healthy,

    /// <summary>Servers that run.</summary>
    Running,
}

/// <summary>A metric's value in a frame.</summary>
public static class Metrics
{
    /// <summary>No value is above it: 1 for shares.</summary>
    public static double Most(Metric metric) => metric
        is Metric.Level or Metric.Failed or Metric.Cpu or Metric.Memory or Metric.Disk or Metric.HitRatio
        ? 1
        : double.PositiveInfinity;

    /// <summary>Null: nothing is measured there (no such component, no request).</summary>
    public static double? Of(EstateFrame frame, Metric metric, string of) => metric switch
    {
        Metric.Level => frame.Service.Level,
        Metric.Failed => Failed(frame, of),
        Metric.P95 => P95(frame, of),
        Metric.Requests => frame.Classes.Where(users => Is(users.Id, of)).Sum(users => users.Offered),
        Metric.Cpu => Cpu(frame, of),
        Metric.Memory => Memory(frame, of),
        Metric.Disk => frame.ServerTelemetry.Where(server => Is(server.Id, of)).Max(server => (double?)server.DiskShare),
        Metric.Queue =>
            frame.ServerTelemetry.Where(server => Is(server.Id, of)).Sum(server => server.Roles.Sum(role => role.Queue)),
        Metric.Backlog => Queues(frame, of).Sum(queue => queue.Waiting),
        Metric.Age => Nanoseconds.ToSeconds(Queues(frame, of).Sum(queue => queue.AgeNs)),
        Metric.DeadLetters => Queues(frame, of).Sum(queue => queue.Dead),
        Metric.Connections =>
            frame.DatabaseTelemetry.Where(database => Is(database.Id, of)).Sum(database => database.Connections)
            + frame.ServerTelemetry.Where(server => server.Id == of).Sum(server => server.Connections),
        Metric.LockWaiters =>
            frame.DatabaseTelemetry.Where(database => Is(database.Id, of)).Sum(database => database.LockWaiters),
        Metric.HitRatio => HitRatio(frame, of),
        Metric.Healthy => frame.Balancers.Where(balancer => Is(balancer.Id, of))
            .Sum(balancer =>
                balancer.Targets.Count(target => target is { Attachment: Attachment.Attached, Health: TargetHealth.Healthy })),
        _ => frame.Servers.Count(server => Is(server.Id, of) && server.Lifecycle == Lifecycle.Running),
    };

    private static IEnumerable<QueueTelemetry> Queues(EstateFrame frame, string of) =>
        frame.Columns.All<QueueTelemetry>().Where(queue => Is(queue.Id, of));

    private static bool Is(string id, string of) => of.Length == 0 || id == of;

    private static double? Failed(EstateFrame frame, string of)
    {
        var classes = frame.Classes.Where(users => Is(users.Id, of)).ToArray();
        var (failed, finished) = (classes.Sum(users => users.Failed), classes.Sum(users => users.Failed + users.Answered));
        return finished == 0 ? null : failed / (double)finished;
    }

    private static double? P95(EstateFrame frame, string of)
    {
        var answered = frame.Classes.Where(users => Is(users.Id, of) && users.Answered > 0).ToArray();
        return answered.Length == 0 ? null : answered.Max(users => users.Latency.P95) / (double)Nanoseconds.PerMillisecond;
    }

    private static double? Cpu(EstateFrame frame, string of)
    {
        var (sum, count) = (0.0, 0);
        for (var index = 0; index < frame.ServerTelemetry.Length; index++)
        {
            var server = frame.Servers[index];
            var asked = of.Length > 0 ? server.Id == of : server.Roles.Any(role => role.Role != Role.Db);
            if (!asked || server.Lifecycle != Lifecycle.Running) continue;
            sum += frame.ServerTelemetry[index].CpuShare;
            count++;
        }

        return count == 0 ? null : sum / count;
    }

    private static double? Memory(EstateFrame frame, string of)
    {
        double? most = null;
        for (var index = 0; index < frame.ServerTelemetry.Length; index++)
        {
            if (!Is(frame.Servers[index].Id, of)) continue;
            var share = frame.Servers[index].MemoryShare(frame.ServerTelemetry[index]);
            most = Math.Max(most ?? 0, share);
        }

        return most;
    }

    private static double? HitRatio(EstateFrame frame, string of)
    {
        var caches = frame.CacheTelemetry.Where(cache => Is(cache.Id, of)).ToArray();
        var (hits, looks) = (caches.Sum(cache => cache.Hits), caches.Sum(cache => cache.Hits + cache.Misses));
        return looks == 0 ? null : hits / (double)looks;
    }
}
