using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests;

/// <summary>Scenarios for tests: one naked station, or a small estate with every kind of component.</summary>
internal static class Estates
{
    private static readonly LocalText NoText = new("", "");

    /// <summary>One application role, no hops, no noise, one class.</summary>
    /// <remarks>
    /// One core is an event loop, so that requests are served in the order in which they come. Of more cores the same holds where
    /// there are as many threads; with more they are sliced.
    /// </remarks>
    public static Scenario Station(
        double rate, WorkSpec work, int cores = 1, int threads = 100_000, int queue = 200_000, long patienceNs = 0,
        RetrySpec? retry = null) =>
        Bare() with
        {
            Classes = [Users("users", rate) with
            {
                App = work, PatienceNs = patienceNs, Retry = retry ?? new RetrySpec(1, 0, 0),
            }],
            Sizes = [new SizeSpec("size", cores, 65_536, 1_000_000_000)],
            Servers =
            [
                new ServerSpec(
                    "station", "rack", "size", "v1", false,
                    [
                        new RoleSpec(Role.App, 1, threads, queue, 0, 0)
                        {
                            Discipline = cores == 1 ? Discipline.RunToCompletion : Discipline.Sliced,
                        },
                    ]),
            ],
        };

    /// <summary>The station's application asks a database on a server of the same size, which never refuses.</summary>
    public static Scenario WithDatabase(Scenario station, WorkSpec work) => station with
    {
        Classes = [station.Classes[0] with { Db = work }],
        Servers = [.. station.Servers,
            new ServerSpec("db-1", "rack", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)])],
        Database = new DatabaseSpec("database", "db-1", 100_000, 100_000),
    };

    /// <summary>One worker with a core a thread; jobs come from outside, and nothing takes time but the work on them.</summary>
    public static Scenario Jobs(double rate, WorkSpec work, int threads = 1, QueueSpec? queue = null)
    {
        var station = Station(rate, work, cores: threads, threads: threads);
        return station with
        {
            Classes = [station.Classes[0] with { Id = "jobs", IsJob = true }],
            Servers = [station.Servers[0] with { Id = "worker", Roles = [new RoleSpec(Role.Worker, 1, threads, 0, 0, 0)] }],
            More = [queue ?? new QueueSpec("queue", WriteNs: 0, VisibilityNs: Seconds(3600))],
        };
    }

    /// <summary>Equal servers with one core and exponential work of 1 ms behind a balancer; nobody checks their health.</summary>
    public static Scenario Farm(int servers, Algorithm algorithm, double load)
    {
        var one = Station(1000 * servers * load, Exp(1));
        return one with
        {
            Racks = [new RackSpec("rack", servers)],
            Servers = [.. Enumerable.Range(1, servers).Select(n => one.Servers[0] with { Id = $"app-{n}", Attached = true })],
            Balancer = new BalancerSpec(
                "balancer", algorithm, new HealthCheck(CheckPath.Shallow, Seconds(1e6), Seconds(5), 2, 2), 0, Seconds(1)),
        };
    }

    /// <summary>
    /// Threads that think on a core of their own and then all write the same row; so many users (2000/s) that none is idle.
    /// </summary>
    public static Scenario Repairman(int threads, double thinkMs, double lockMs)
    {
        var scenario = WithDatabase(Station(2_000, Exp(thinkMs), cores: threads, threads: threads, queue: 50), Exp(lockMs));
        return scenario with { Classes = [scenario.Classes[0] with { WriteShare = 1 }] };
    }

    /// <summary>
    /// Two racks with two web+app servers each, a database server, a cache, a balancer with quick checks, a release.
    /// </summary>
    public static Scenario Whole() => Bare() with
    {
        Network = new NetworkSpec(10_000_000, 200_000, 500_000),
        Classes =
        [
            Users("browse", 80) with
            {
                Web = Exp(1), App = Exp(8), Db = Exp(6), Cacheable = true, Keys = 5000, Zipf = 1, PatienceNs = Seconds(4),
                Retry = new RetrySpec(2, Seconds(0.5), 0.5),
            },
            Users("checkout", 10) with
            {
                Web = Exp(1), App = Exp(12), Db = new WorkSpec(WorkKind.LogNormal, 8e6, 2), WriteShare = 0.8, Keys = 200,
                Zipf = 0.8,
                PatienceNs = Seconds(6), Retry = new RetrySpec(3, Seconds(1), 0.2), Source = "campus",
            },
        ],
        Traffic = [new TrafficPoint(0, 1), new TrafficPoint(Seconds(60), 1.5), new TrafficPoint(Seconds(120), 1)],
        Racks = [new RackSpec("rack-a", 6), new RackSpec("rack-b", 6)],
        Servers =
        [
            Web("web-1", "rack-a"), Web("web-2", "rack-a"), Web("web-3", "rack-b"), Web("web-4", "rack-b"),
            new ServerSpec("db-1", "rack-b", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 500, 0)]),
        ],
        Balancer = new BalancerSpec(
            "balancer", Algorithm.RoundRobin, new HealthCheck(CheckPath.Shallow, Seconds(5), Seconds(1), 2, 2), Seconds(10),
            Seconds(1)),
        Cache = new CacheSpec("cache", "rack-a", 1000, Seconds(60), 200_000),
        CacheOffer = new CacheOfferSpec("cache", 100_000_000, Seconds(5), 200_000),
        Database = new DatabaseSpec("database", "db-1", 100, 4),
        Releases = [new ReleaseSpec("v2", NoText, 1, 0.8, 1, 0, 0, Seconds(300))],
    };

    /// <summary>
    /// The whole estate with everything a request can wait for: pool, several locks, lock and statement timeout, mutex, single
    /// flight, shared keys, a replica, a cold buffer.
    /// </summary>
    public static Scenario Contended()
    {
        var whole = Whole();
        return whole with
        {
            Classes =
            [
                whole.Classes[0] with { Data = "products", Keys = 200, StaleNs = Seconds(1), ReplicaReads = true },
                whole.Classes[1] with { Data = "products", Exclusive = Exp(2), Locks = 2 },
            ],
            Servers = [.. whole.Servers, whole.Servers[^1] with { Id = "db-2", Rack = "rack-a" }],
            Cache = whole.Cache! with { SingleFlight = true, InvalidateOnWrite = true, Jitter = 0.2 },
            Database = whole.Database! with
            {
                LockTimeoutNs = Seconds(0.5), PoolSize = 2, PoolTimeoutNs = Seconds(1), DeadlockNs = Seconds(0.1),
                StatementTimeoutNs = Seconds(2), ColdReadNs = 8 * Nanoseconds.PerMillisecond, Replicas = ["db-2"],
                LagNs = Seconds(0.2),
                Failover = new FailoverSpec(Seconds(2), Seconds(1)),
            },
        };
    }

    /// <summary>
    /// The whole estate with ends to everything: disks that fill, memory that leaks, and a release that cannot coexist.
    /// </summary>
    public static Scenario Cramped()
    {
        var whole = Contended();
        return whole with
        {
            Operations = whole.Operations with { RestartNs = Seconds(2), InstallNs = Seconds(3) },
            Sizes = [whole.Sizes[0] with { MemoryMiB = 1300, DiskMiB = 64 }],
            Servers =
            [
                .. whole.Servers.Select(server => server with
                {
                    Roles = [.. server.Roles.Select(
                        role => role with { LogKiB = 20, LimitMiB = role.Role == Role.App ? 300 : 0 })],
                }),
            ],
            Releases = [whole.Releases[0] with { Coexists = false, LeakKiB = 500 }],
        };
    }

    /// <summary>
    /// Web servers, an inner balancer, application servers in two zones, and everything that protects or scales: weights, slow
    /// start, connection limits, shedding, breakers, a scaler of each tier, uplinks that have a rate.
    /// </summary>
    public static Scenario Tiered()
    {
        var contended = Contended();
        return contended with
        {
            Classes =
            [
                contended.Classes[0] with { RequestBytes = 2_000, ResponseBytes = 40_000 },
                contended.Classes[1] with { Priority = 2, ResponseBytes = 5_000 },
            ],
            Racks =
            [
                new RackSpec("rack-a", 6, "north", PowerFeeds.A, 200e6),
                new RackSpec("rack-b", 8, "south", PowerFeeds.Both, 400e6),
            ],
            Servers =
            [
                Only(Role.Web, "web-1", "rack-a"), Only(Role.Web, "web-2", "rack-b"),
                Only(Role.App, "app-1", "rack-a") with { Weight = 2 }, Only(Role.App, "app-2", "rack-b"),
                Only(Role.App, "app-3", "rack-b"),
                .. contended.Servers.Where(server => server.Roles[0].Role == Role.Db),
            ],
            Balancer = contended.Balancer! with { Limits = new BalancerLimits(Seconds(10), 60, 100, Seconds(2), 150) },
            Inner = contended.Balancer with { Id = "inner", Limits = new BalancerLimits(Seconds(5), 20, 40, Seconds(1), 0) },
            AppBreaker = new BreakerSpec(0.5, 40, 20, Seconds(5), 5),
            Database = contended.Database! with { Breaker = new BreakerSpec(0.5, 40, 20, Seconds(5), 5) },
            Scalers = [Scaler("web-scaler", Tier.Whole, 2, 4), Scaler("app-scaler", Tier.App, 2, 6)],
        };
    }

    public static ScalerSpec Scaler(string id, Tier tier, int min, int max) => new(id, tier, "size", new ScalingPolicy(
        ScalingKind.Target, min, max, 0.5, Seconds(5), Seconds(5), Seconds(5), 0.9, [], []));

    public static WorkSpec Exp(double meanMs) => new(WorkKind.Exponential, meanMs * 1e6, 0);

    public static WorkSpec Fixed(double ms) => new(WorkKind.Fixed, ms * 1e6, 0);

    public static long Seconds(double seconds) => Nanoseconds.FromSeconds(seconds);

    private static ServerSpec Web(string id, string rack) => new(id, rack, "size", "v1", true,
        [new RoleSpec(Role.Web, 1, 64, 200, 100, 1), new RoleSpec(Role.App, 2, 8, 100, 200, 2)]);

    private static ServerSpec Only(Role role, string id, string rack) => Web(id, rack) with
    {
        Roles = [.. Web(id, rack).Roles.Where(has => has.Role == role)],
    };

    private static ClassSpec Users(string id, double rate) =>
        new(id, NoText, rate, Seconds(0.3), 0, new RetrySpec(1, 0, 0), 0, false, 1, 0, 1, null, null, null);

    private static Scenario Bare() => new(
        "test", 1, "none", 0, 1, NoText, NoText, NoText, NoText, Seconds(4 * 3600), new NetworkSpec(0, 0, 0),
        new OperationsSpec(Seconds(20), Seconds(5), Seconds(2), Seconds(10)), [], [],
        [new SizeSpec("size", 4, 8192, 200_000_000)],
        [new RackSpec("rack", 4)], [], null, null, null, [], [], [],
        new ScoreSpec(600, 150, 150, 100, 10_000_000_000, Seconds(30), Seconds(60), 0.99));
}
