using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// The shop with work that is done later: every order puts a job into a queue, and workers (2 cores, so 20 jobs a second each, if
/// the database is quick) do it. Jobs have 20 s.
/// </summary>
internal static class Mill
{
    public static Scenario Of(double rate, int workers = 2, QueueSpec? queue = null)
    {
        var shop = Shop.Of(rate);
        return shop with
        {
            Classes =
            [
                shop.Classes[0] with { Id = "orders", App = Estates.Exp(10), Publishes = "jobs" },
                shop.Classes[0] with
                {
                    Id = "jobs", IsJob = true, RatePerSecond = 0, Web = null, App = Estates.Exp(100), Db = Estates.Exp(5),
                    TargetNs = Estates.Seconds(20), PatienceNs = 0,
                },
            ],
            Sizes = [.. shop.Sizes, new SizeSpec("small", 2, 4_096, 500_000_000)],
            Servers = [.. shop.Servers, .. Enumerable.Range(1, workers).Select(number => Worker($"worker-{number}"))],
            More = [queue ?? new QueueSpec("queue")],
        };
    }

    /// <summary>The jobs' class, changed.</summary>
    public static Scenario Working(this Scenario mill, Func<ClassSpec, ClassSpec> change) =>
        mill.Asked(users => users.IsJob ? change(users) : users);

    public static Play BuyWorkers(this Play play, int workers)
    {
        for (var bought = 0; bought < workers; bought++)
            play.Do("add-server", "rack-b", ("size", "small"), ("tier", "worker")).Pass(1);
        return play.Pass(25);
    }

    public static QueueTelemetry Queue(this Play play) => play.World.Last.Columns.All<QueueTelemetry>()[0];

    public static int Times(this Play play, string code) => play.Codes.Count(told => told == code);

    /// <summary>Share of what came while somebody watched that was done in time.</summary>
    public static double DoneInTime(this Seen seen, double rate) => seen.GoodputOf("jobs") / rate;

    private static ServerSpec Worker(string id) =>
        new(id, "rack-b", "small", "v1", false, [new RoleSpec(Role.Worker, 1, 8, 0, 200, 2)]);
}
