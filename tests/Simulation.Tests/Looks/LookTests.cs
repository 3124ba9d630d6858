using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Tests.Failures;
using static OpsGame.Simulation.Tests.Looks.Looking;

namespace OpsGame.Simulation.Tests.Looks;

/// <summary>Whoever looks closely sees what is so.</summary>
public sealed class LookTests
{
    [Fact]
    public void AProcessListShowsTheMemoryALeakTakes()
    {
        var shop = Shop.Of(60);
        var play = new Play(shop with
        {
            Releases = [Shop.Release("leaky", 1, 0) with { LeakKiB = 1024 }],
            Servers = [.. shop.Servers.Select(server => server with { Version = "leaky" })],
        }).Pass(10);

        var before = Looked(play, "list-processes", "app-1");
        var after = Looked(play.Pass(10), "list-processes", "app-1");

        var app = after.Processes.Where(line => line.Role == Role.App).ToArray();
        Assert.Equal([1, 2], app.Select(line => line.Number));
        foreach (var (now, then) in app.Zip(before.Processes.Where(line => line.Role == Role.App)))
        {
            Assert.Equal(("leaky", 8001, ProcessCondition.Serving), (now.Version, now.Port, now.Condition));
            // each request kept 1 MiB
            Assert.Equal(now.Served - then.Served, now.MemoryMiB - then.MemoryMiB);
            Assert.True(now.Served - then.Served > 100);
        }

        Assert.Equal(play.Telemetry("app-1").MemoryMiB, after.Processes.Sum(line => line.MemoryMiB));
    }

    [Fact]
    public void AProcessListShowsWhatWasReplacedWhatIsDownAndWhatStandsBeside()
    {
        var shop = Shop.Of(60);
        var play = new Play(shop with { Releases = [Shop.Release("v2", 1, 0)] }).Pass(10)
            .Do("install-beside", "app-1", ("version", "v2")).Pass(16.5).Do("kill-process", "app-1", ("process", "2"));

        var lines = Looked(play, "list-processes", "app-1").Processes.Where(line => line.Role == Role.App).ToArray();

        Assert.Equal(
            [("v1", 8001, ProcessCondition.Serving), ("v1", 8001, ProcessCondition.Down), ("v2", 8002, ProcessCondition.Beside),
                ("v2", 8002, ProcessCondition.Beside)],
            lines.Select(line => (line.Version, line.Port, line.Condition)));
        Assert.True(lines[0].StartedNs == 0 && lines[2].StartedNs > Estates.Seconds(10));
        Assert.Equal((0, 0), (lines[1].MemoryMiB, lines[2].Served));
    }

    [Fact]
    public void AProcessListShowsForHowLongAHungProcessHasAnsweredNothing()
    {
        var play = new Play(Shop.Of(60).Asked(users => users with { PatienceNs = 0 })).Pass(10).Fault("server-hang", "app-2", 60)
            .Pass(20);

        double[] Quiet(string server)
        {
            var finding = Looked(play, "list-processes", server);
            return [.. finding.Processes.Where(line => line is { Role: Role.App, Busy: > 0 })
                .Select(line => (finding.AtNs - line.QuietNs) / 1e9)];
        }

        var (hung, well) = (Quiet("app-2"), Quiet("app-1"));
        Assert.All(hung, seconds => Assert.True(seconds >= 19, $"{seconds} s"));
        Assert.All(well, seconds => Assert.True(seconds < 2, $"{seconds} s"));
        Assert.NotEmpty(hung);
    }

    /// <summary>Idle time before its first request does not count.</summary>
    [Fact]
    public void AProcessIsQuietOnlySinceItHoldsSomething()
    {
        var play = new Play(Shop.Of(1).Asked(users => users with { PatienceNs = 0 })).Pass(30).Fault("server-hang", "app-2", 60)
            .Pass(20);

        var finding = Looked(play, "list-processes", "app-2");

        var busy = finding.Processes.Where(line => line is { Role: Role.Web, Busy: > 0 }).ToArray();
        Assert.NotEmpty(busy);
        // it hung after 30 s, and what it holds came then
        Assert.All(busy, line => Assert.InRange(line.QuietNs / 1e9, 30, finding.AtNs / 1e9));
    }

    [Fact]
    public void LocksNameTheLongTransactionAndItsQueue()
    {
        var shop = Shop.Of(100);
        var buy = shop.Classes[0] with { Id = "buy", RatePerSecond = 20, WriteShare = 1, Data = "stock", Db = Estates.Fixed(5) };
        var report = buy with { Id = "report", RatePerSecond = 0.1, Db = Estates.Fixed(1e6), PatienceNs = 0 };
        var play = new Play(shop with { Classes = [shop.Classes[0], buy, report] }).Pass(60);

        var held = Assert.Single(Looked(play, "show-locks", "database").Locks);

        Assert.Equal(("stock#1", "report", HolderState.Working), (held.Key, held.Holder, held.State));
        Assert.StartsWith("app-", held.From);
        Assert.True(held.HeldNs > Estates.Seconds(10));
        Assert.Equal(play.World.Last.DatabaseTelemetry[0].LockWaiters, held.Waiters);
        Assert.Equal(8, held.Queue.Length);
        Assert.Equal(held.LongestNs, held.Queue.Max(waiter => waiter.WaitedNs));
        Assert.Equal(held.Queue.OrderByDescending(waiter => waiter.WaitedNs), held.Queue);
    }

    [Fact]
    public void AServersLocksAreTheMutexesOfItsProcesses()
    {
        var shop = Shop.Of(60);
        var play = new Play(shop.Asked(users => users with { Exclusive = Estates.Exp(40) })).Pass(20);

        var locks = Looked(play, "show-locks", "app-1").Locks;

        Assert.NotEmpty(locks);
        Assert.All(locks, each => Assert.StartsWith("app-1/app/", each.Key));
        Assert.All(locks, each => Assert.Equal("users", each.Holder));
        // how many wait is seen without a look
        var seen = Enumerable.Range(0, 40).Select(_ => play.Pass(0.25).Telemetry("app-1"))
            .Select(telemetry => telemetry.Roles.Single(role => role.Role == Role.App)).ToArray();
        Assert.Contains(seen, app => app.Locked.Any(waiting => waiting > 1));
        Assert.All(seen.SelectMany(app => app.Locked.Zip(app.Busy)), each => Assert.InRange(each.First, 0, each.Second));
    }

    [Fact]
    public void SlowQueriesNameTheClassThatTakesTheTimeNotTheOneThatAsksMost()
    {
        var shop = Shop.Of(100);
        var search = shop.Classes[0] with { Id = "search", RatePerSecond = 5, Db = Estates.Exp(400) };
        var play = new Play(shop with { Classes = [shop.Classes[0], search] }).Pass(20);

        var lines = Looked(play, "slow-queries", "database").Statements;

        Assert.Equal(["search", "users"], lines.Select(line => line.Class));
        // 8 s: 40 and 800 calls, of 400 and 10 ms: 2 of 3 parts of the time
        Assert.InRange(lines[0].Calls + lines[0].Running, 22, 60);
        Assert.InRange(lines[1].Calls, 680, 920);
        Assert.InRange(lines[1].MeanNs / 1e6, 8, 13);
        Assert.InRange(lines[0].Share, 0.5, 0.8);
        Assert.Equal(1, lines.Sum(line => line.Share), precision: 9);
        Assert.True(lines[0].MaxNs > Estates.Seconds(0.4));
    }

    [Fact]
    public void ACallThatIsStillRunningIsShown()
    {
        var shop = Shop.Of(20);
        var report = shop.Classes[0] with { Id = "report", RatePerSecond = 0.2, Db = Estates.Fixed(1e6), PatienceNs = 0 };
        var play = new Play(shop with { Classes = [shop.Classes[0], report] }).Pass(60);

        var line = Looked(play, "slow-queries", "database").Statements[0];

        Assert.Equal(("report", 0L), (line.Class, line.Calls));
        Assert.True(line.Running > 0 && line.MaxNs > Estates.Seconds(8) && line.Share > 0.9);
    }

    [Fact]
    public void AnAccessLogHasALineForEverythingThatWentOut()
    {
        var shop = Shop.Of(60);
        var play = new Play(shop with
        {
            Releases = [Shop.Release("v2", 1, 0.3)],
            Servers = [.. shop.Servers.Select(server => server with { Version = "v2" })],
        }).Pass(20);
        var before = play.Station("balancer");

        var log = Looked(play, "read-access-log", "balancer").Log!;

        var after = play.Station("balancer");
        var failed = after.Lost[Cause.Error] - before.Lost[Cause.Error];
        Assert.Equal((after.Completed - before.Completed + failed, failed), (log.Written, log.Failed));
        Assert.InRange(failed, 30, 120);
        Assert.Equal(AccessWatch.Lines, log.Lines.Length);
        Assert.All(log.Lines, line => Assert.Contains(line.Upstream, (string[])["app-1", "app-2"]));
        Assert.All(log.Lines, line => Assert.Equal(("users", "v2"), (line.Class, line.Version)));
        Assert.Equal(log.Lines.OrderBy(line => line.AtNs), log.Lines);
        Assert.All(log.Lines, line => Assert.True(line.TookNs > 0 && line.AtNs > Estates.Seconds(20)));
        Assert.Contains(log.Lines, line => line.Cause == Cause.Error);
    }

    [Fact]
    public void AServersAccessLogSaysWhichPortWorkedOnARequest()
    {
        var shop = Shop.Of(60);
        var play = new Play(shop with { Releases = [Shop.Release("v2", 1, 0)] }).Pass(10)
            .Do("install-beside", "app-1", ("version", "v2")).Pass(30).Do("switch-port", "app-1").Pass(5);

        var log = Looked(play, "read-access-log", "app-1").Log!;

        Assert.InRange(log.Written, 80, 160);
        Assert.All(log.Lines, line => Assert.Equal((":8002", "v2", Cause.None), (line.Upstream, line.Version, line.Cause)));
    }

    [Fact]
    public void RejectedRequestsAreInTheBalancersLog()
    {
        var play = new Play(Shop.Of(60)).Do("set-rate-limit", "balancer", ("limit", "20")).Pass(20);

        var log = Looked(play, "read-access-log", "balancer").Log!;

        Assert.InRange(log.Failed / (double)log.Written, 0.5, 0.8);
        Assert.All(log.Lines.Where(line => line.Cause == Cause.RateLimited),
            line => Assert.Equal(("", 0L), (line.Upstream, line.TookNs)));
    }

    [Fact]
    public void ACertificateSaysWhenItExpires()
    {
        var scenario = Shop.Of(20).From(100) with { Tls = Entry.Tls(TlsEnd.Balancer), Certificate = Entry.Certificate(200) };
        var play = new Play(scenario);
        Assert.Equal(Estates.Seconds(200), Looked(play, "check-certificate", "certificate").Certificate!.ExpiresNs);

        play.Do("renew-certificate", "certificate").Pass(31);
        // who had seen the dates knows the new ones without another look
        var known = play.World.Last.Findings.Single().Certificate;
        var renewed = Looked(play, "check-certificate", "certificate").Certificate!;

        Assert.Equal(renewed, known);
        Assert.InRange(renewed.FromNs, Estates.Seconds(30), Estates.Seconds(34));
        Assert.Equal(Estates.Seconds(90 * 86_400), renewed.ExpiresNs - renewed.FromNs);
    }

    [Fact]
    public void LookingChangesNothingInTheSystem()
    {
        var (idle, looking) = (new Play(Estates.Tiered()).Pass(5), new Play(Estates.Tiered()).Pass(5));
        foreach (var (action, target) in EveryLook) looking.Do(action, target);

        var (before, after) = (idle.Pass(60).World.Report(), looking.Pass(60).World.Report());

        Assert.Equal(
            before.Stations.Select(row => (row.Id, row.Completed, row.Sojourn)),
            after.Stations.Select(row => (row.Id, row.Completed, row.Sojourn)));
    }

    private static readonly (string Action, string Target)[] EveryLook =
    [
        ("list-processes", "app-1"), ("show-locks", "database"), ("show-locks", "app-2"), ("slow-queries", "database"),
        ("read-access-log", "balancer"), ("read-access-log", "inner"), ("read-access-log", "web-1"), ("trace-request", "users"),
    ];
}
