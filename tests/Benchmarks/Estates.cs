using System.Collections.Immutable;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Benchmarks;

/// <summary>What is measured: the library's scenarios, and the second one at any rate and of any size.</summary>
internal static class Estates
{
    /// <summary>Cores for twice the load, so that a larger estate is as busy as a small one.</summary>
    private const double Utilisation = 0.5;

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory);

    /// <summary>With its first minute's traffic without end, and without faults.</summary>
    public static Scenario Calm(string id) => Library.Find(id)! with { Traffic = [], Faults = [] };

    /// <summary>
    /// Balancer, web, app, cache, database with locks, retries: so many requests a second on so many components.
    /// </summary>
    public static Scenario OfSize(int components, double rate)
    {
        var scenario = Calm("balancer-health-checks");
        var factor = rate / scenario.Classes.Sum(users => users.RatePerSecond);
        ImmutableArray<ClassSpec> classes =
        [
            .. scenario.Classes.Select(users => users with { RatePerSecond = users.RatePerSecond * factor }),
        ];
        var frontends = components - scenario.Racks.Length - 4;
        var database = scenario.Servers.First(server => server.Roles.Any(role => role.Role == Role.Db));
        var front = scenario.Servers.First(server => server.Attached);
        return scenario with
        {
            Classes = classes,
            Racks = [.. scenario.Racks.Select(rack => rack with { Units = components })],
            Sizes =
            [
                scenario.Sizes[0] with { Id = "front", MemoryMiB = 1_000_000,
                    Cores = Cores(classes, frontends, users => Mean(users.Web) + Mean(users.App)) },
                scenario.Sizes[0] with { Id = "database", Cores = Cores(classes, 1, users => Mean(users.Db)) },
            ],
            Servers =
            [
                .. Enumerable.Range(1, frontends).Select(n => front with
                {
                    Id = $"web-{n}", Rack = scenario.Racks[n % scenario.Racks.Length].Id, Size = "front",
                    Roles = [.. front.Roles.Select(role => role with { Threads = 1000, QueueLimit = 10_000 })],
                }),
                database with { Size = "database" },
            ],
            Database = scenario.Database! with { MaxConnections = 10_000, Slots = 10_000 },
        };
    }

    private static int Cores(ImmutableArray<ClassSpec> classes, int servers, Func<ClassSpec, double> workNs) =>
        (int)Math.Ceiling(classes.Sum(users => users.RatePerSecond * workNs(users)) / 1e9 / servers / Utilisation);

    private static double Mean(WorkSpec? work) => work?.MeanNs ?? 0;
}
