using CsCheck;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests;

/// <summary>Systems for random play, with load, sizes and limits within what a scenario file may say.</summary>
internal static class RandomSystems
{
    private static readonly Func<Scenario>[] Systems =
    [
        Estates.Whole, Estates.Contended, Estates.Cramped, Entry.WithEverything,
        () => Entry.WithEverything() with { Edge = null, Dns = Entry.Dns(3, "balancer") },
        Orchestrated.Whole, Entry.PassedOn, Entry.ByName, Estates.Tiered, Estates.Tiered,
        () => Estates.Contended() with { Cache = null },
    ];

    /// <summary>A system with its load, sizes and limits drawn anew, within what a scenario file may say.</summary>
    internal static readonly Gen<Scenario> Any = Gen.Select(
            Gen.Int[0, Systems.Length - 1], Gen.Double[0.1, 3], Gen.Int[1, 3], Gen.Int[1, 24], Gen.Int[0, 60], Gen.Int[2, 120],
            Gen.Int[1, 8],
            Gen.Int[0, 6])
        .Select((system, load, processes, threads, queue, connections, slots, pool) =>
            Varied(Systems[system](), load, processes, threads, queue, connections, slots, pool));

    private static Scenario Varied(
        Scenario system, double load, int processes, int threads, int queue, int connections, int slots, int pool) => system with
    {
        Sizes = [.. system.Sizes, system.Sizes[0] with { Id = "other", Cores = threads, DiskMiB = queue }],
        Classes =
        [
            .. system.Classes.Select(users => users with
            {
                RatePerSecond = users.RatePerSecond * load,
                Features = [new FeatureSpec("recommendations", users.Title, Estates.Exp(2), Estates.Exp(1), 0.2)],
            }),
        ],
        Servers =
        [
            .. system.Servers.Select(server => server with
            {
                Roles =
                [
                    .. server.Roles.Select(role => role is { Role: Role.App, LimitMiB: 0 }
                        ? role with { Processes = processes, Threads = threads, QueueLimit = queue }
                        : role with
                        {
                            ResponseTimeoutNs = queue % 3 == 0 && role.Role == Role.Web ? Estates.Seconds(0.03 * threads) : 0,
                            IdleTimeoutNs = queue % 2 == 0 && role.Role == Role.Web ? 20_000_000 : 0,
                            OnAbort = threads % 2 == 0 && role.Role == Role.Web ? OnAbort.Stop : OnAbort.WorkOn,
                        }),
                ],
            }),
        ],
        Cache = system.Cache is { } cache ? cache with { Capacity = queue * 10 } : null,
        Database = system.Database is { } database
            ? database with { MaxConnections = connections, Slots = slots, PoolSize = pool, ReplicaCopyNs = Estates.Seconds(5) }
            : null,
    };
}
