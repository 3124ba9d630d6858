using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>What was measured of a play while somebody watched: that time's counts, and each second's picture.</summary>
internal sealed class Seen(RunReport before, RunReport after, List<EstateFrame> seconds)
{
    /// <summary>Requests a second answered within their target.</summary>
    public double Goodput => Count(users => users.Within) / (double)seconds.Count;

    public double Offered => Count(users => users.Offered) / (double)seconds.Count;

    public long Failures => Count(users => users.Failed.Values.Sum());

    public double FailureShare => Failures / (double)Count(users => users.Offered);

    public int HealthyLeast => seconds.Min(Healthy);

    public int HealthyMost => seconds.Max(Healthy);

    public long Failed(Cause cause) => Count(users => users.Failed.GetValueOrDefault(cause));

    public double GoodputOf(string users) => (Of(after, users).Within - Of(before, users).Within) / (double)seconds.Count;

    public long FailedOf(string users) => Of(after, users).Failed.Values.Sum() - Of(before, users).Failed.Values.Sum();

    /// <summary>Share of its cores that worked, 0–1.</summary>
    public double Cpu(string server) => seconds.Average(second => Telemetry(second, server).CpuShare);

    /// <summary>The most of its memory that was ever taken, 0–1.</summary>
    public double MemoryMost(string server) => seconds.Max(second =>
        second.Servers.First(state => state.Id == server).MemoryShare(Telemetry(second, server)));

    /// <summary>Share of its application threads that held a request, 0–1.</summary>
    public double ThreadsBusy(string server) => seconds.Average(second =>
    {
        var app = second.Servers.First(state => state.Id == server).Roles.First(role => role.Role == Role.App);
        var busy = Telemetry(second, server).Roles.First(role => role.Role == Role.App).Busy.Sum();
        return busy / (double)(app.Processes * app.Threads);
    });

    /// <summary>Share of what the balancer handed out that went to a server.</summary>
    public double ShareOf(string server) =>
        Arrived(target => target.Server == server) / (double)Arrived(_ => true);

    public double HitShare =>
        seconds.Sum(second => second.CacheTelemetry[0].Hits)
        / (double)seconds.Sum(second => second.CacheTelemetry[0].Hits + second.CacheTelemetry[0].Misses);

    /// <summary>0 where nobody looked.</summary>
    public double HitShareOrNone =>
        seconds.Any(second => second.CacheTelemetry[0].Hits + second.CacheTelemetry[0].Misses > 0) ? HitShare : 0;

    /// <summary>Of the balancer's cores, how many worked at handshakes.</summary>
    public double HandshakesBusy => seconds.Average(second => second.BalancerTelemetry[0].TlsBusy);

    public int HandshakesQueuedMost => seconds.Max(second => second.BalancerTelemetry[0].TlsQueue);

    public int LockWaitersMost => seconds.Max(second => second.DatabaseTelemetry[0].LockWaiters);

    /// <summary>Transactions that waited for their table behind an ALTER, at most.</summary>
    public int TableWaitersMost => seconds.Max(second => second.DatabaseTelemetry[0].TableWaiters);

    /// <summary>Transactions the database ended because they waited for each other.</summary>
    public int Deadlocks => seconds.Sum(second => second.DatabaseTelemetry[0].Deadlocks);

    /// <summary>Calls that always waited for a slot of the database, at least.</summary>
    public int SlotQueueLeast => seconds.Min(second => second.DatabaseTelemetry[0].SlotQueue);

    /// <summary>Of the queue, all the seconds together.</summary>
    public int SumOf(Func<QueueTelemetry, int> count) => seconds.Sum(second => count(second.Columns.All<QueueTelemetry>()[0]));

    public int ConnectionsMost => seconds.Max(second => second.DatabaseTelemetry[0].Connections);

    private int Arrived(Func<TargetTelemetry, bool> which) =>
        seconds.Sum(second => second.BalancerTelemetry[0].Targets.Where(which).Sum(target => target.Arrived));

    private static ClassReport Of(RunReport report, string users) => report.Classes.First(row => row.Id == users);

    private static int Healthy(EstateFrame second) => second.Balancers[0].Targets.Count(target =>
        target is { Attachment: Attachment.Attached, Health: TargetHealth.Healthy });

    private static ServerTelemetry Telemetry(EstateFrame second, string server) =>
        second.ServerTelemetry.First(telemetry => telemetry.Id == server);

    private long Count(Func<ClassReport, long> what) => after.Classes.Sum(what) - before.Classes.Sum(what);
}

/// <summary>Words a failure's story is told in.</summary>
internal static class Watching
{
    /// <summary>Lets whole seconds pass and measures them.</summary>
    public static Seen Watch(this Play play, int seconds)
    {
        var before = play.World.Report();
        var frames = new List<EstateFrame>(seconds);
        for (var second = 0; second < seconds; second++) frames.Add(play.Pass(1).World.Last);
        return new Seen(before, play.World.Report(), frames);
    }

    public static Play Fault(this Play play, string action, string target, double seconds, double amount = 1) =>
        play.Order(Faults.Of(action, target, Estates.Seconds(seconds), amount));

    /// <summary>Buys one server after another for rack-a, and waits until they serve.</summary>
    public static Play Buy(this Play play, int servers)
    {
        for (var bought = 0; bought < servers; bought++) play.Do("add-server", "rack-a", ("size", "size"));
        return play.Pass(40);
    }

    public static Play Check(
        this Play play, string timeout, string path = "shallow", string interval = "5", string healthyAfter = "2") =>
        play.Do("set-health-check", "balancer",
            ("path", path), ("interval", interval), ("timeout", timeout), ("healthyAfter", healthyAfter));

    public static Play Detach(this Play play, string server) => play.Do("detach", "balancer", ("server", server));

    public static Play Restart(this Play play, params string[] servers)
    {
        foreach (var server in servers) play.Do("restart-server", server);
        return play;
    }
}
