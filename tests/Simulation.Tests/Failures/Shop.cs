using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// The system the failures happen to: servers app-1…n (4 cores, so 98 requests/s each) behind a balancer in rack-a, a database
/// server in rack-b that is fast enough for all of them, one class of users with 1 s of target and 2 s of patience.
/// </summary>
internal static class Shop
{
    public static Scenario Of(double rate, int servers = 2)
    {
        var station = Estates.Station(rate, Estates.Exp(40), cores: 4, patienceNs: Estates.Seconds(2));
        return station with
        {
            Network = new NetworkSpec(10_000_000, 200_000, 500_000),
            Classes = [station.Classes[0] with { Web = Estates.Fixed(0.5), Db = Estates.Exp(10), TargetNs = Estates.Seconds(1) }],
            Sizes = [.. station.Sizes, new SizeSpec("large", 16, 65_536, 1_000_000_000)],
            Racks = [new RackSpec("rack-a", 12), new RackSpec("rack-b", 12)],
            Servers =
            [
                .. Enumerable.Range(1, servers).Select(number => new ServerSpec(
                    $"app-{number}", "rack-a", "size", "v1", true,
                    [new RoleSpec(Role.Web, 1, 1024, 1024, 100, 1), new RoleSpec(Role.App, 2, 16, 200, 200, 2)])),
                new ServerSpec("db-1", "rack-b", "large", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 500, 0)]),
            ],
            Balancer = new BalancerSpec(
                "balancer", Algorithm.RoundRobin, Check(CheckPath.Shallow, timeout: 2), Estates.Seconds(10), Estates.Seconds(1)),
            Database = new DatabaseSpec("database", "db-1", 1_000, 64),
        };
    }

    /// <summary>Every 5 s; two failures out, two successes in.</summary>
    public static HealthCheck Check(CheckPath path, double timeout, double interval = 5) =>
        new(path, Estates.Seconds(interval), Estates.Seconds(timeout), 2, 2);

    public static Scenario Checked(this Scenario scenario, HealthCheck check) =>
        scenario with { Balancer = scenario.Balancer! with { Check = check } };

    public static Scenario Dealt(this Scenario scenario, Algorithm algorithm) =>
        scenario with { Balancer = scenario.Balancer! with { Algorithm = algorithm } };

    public static Scenario Asked(this Scenario scenario, Func<ClassSpec, ClassSpec> change) =>
        scenario with { Classes = [.. scenario.Classes.Select(change)] };

    public static Scenario Built(this Scenario scenario, Func<ServerSpec, ServerSpec> change) =>
        scenario with { Servers = [.. scenario.Servers.Select(change)] };

    public static Scenario Stored(this Scenario scenario, Func<DatabaseSpec, DatabaseSpec> change) =>
        scenario with { Database = change(scenario.Database!) };

    /// <summary>Every application role with so many processes × threads.</summary>
    public static Scenario Threaded(this Scenario scenario, int processes, int threads) => scenario.Built(server => server with
    {
        Roles =
        [
            .. server.Roles.Select(role =>
                role.Role == Role.App ? role with { Processes = processes, Threads = threads } : role),
        ],
    });

    public static ReleaseSpec Release(string version, double appFactor, double errorRate) =>
        new(version, new LocalText("", ""), 1, appFactor, 1, errorRate, 0, Estates.Seconds(3_600));
}
