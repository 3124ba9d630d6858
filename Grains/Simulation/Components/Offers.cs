using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Databases.Actions;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;
using Offer = OpsGame.Simulation.Kinds.Racks.Offer;

namespace OpsGame.Simulation.Components;

/// <summary>What the estate may buy, as it would stand there.</summary>
internal static class Offers
{
    /// <summary>A server of each tier.</summary>
    public static ImmutableArray<Offer> Servers(IRound round) =>
        [.. new[] { Server(round, Tier.Whole), Server(round, Tier.App), Server(round, Tier.Worker) }.OfType<Offer>()];

    /// <summary>A bought server is like the first one of its tier, but has no database, and runs what most of them run.</summary>
    private static Offer? Server(IRound round, Tier tier)
    {
        var peers = round.States<ServerState>().Where(server => round.TierOf(server) == tier).ToArray();
        // all of them may be gone
        var first = peers.FirstOrDefault()
            ?? round.Scenario.Servers.Where(server => round.Scenario.TierOf(server) == tier)
                .Select(server => InitialState.Of(server, round.Scenario)).FirstOrDefault();
        return first is null
            ? null
            : new Offer(
                tier, Template(round, first, peers, role => role.Role != Role.Db), round.Scenario.BalancerOf(tier)?.Id ?? "");
    }

    /// <summary>Like the primary's server, but with nothing beside the database.</summary>
    public static ServerState? Replica(IRound round)
    {
        var database = round.States<DatabaseState>()[0];
        // the one bought a tick ago is about to join
        var joining = round.CommandsFor(database.Id).Count(command => command.Action == JoinReplica.Name);
        if (database.Servers.Length + joining > Limits.Replicas) return null;
        var primary = round.States<ServerState>().First(server => server.Id == database.Server);
        return Template(round, primary, [primary], role => role.Role == Role.Db);
    }

    private static ServerState Template(
        IRound round, ServerState first, ServerState[] peers, Func<RoleState, bool> carries)
    {
        var version = peers.Length == 0
            ? first.Version
            : peers.GroupBy(server => server.Version).MaxBy(same => same.Count())!.Key;
        return first with
        {
            Id = round.NextServerName(first.Id),
            Version = version,
            LeavingNs = 0,
            Change = null,
            Roles = [.. first.Roles.Where(carries)],
            NextRoles = [],
            ReloadEndsNs = 0,
            NextVersion = "",
            Hung = false,
            SlowFactor = 1,
            SlowEndsNs = 0,
            Firewall = [],
            Down = [],
            Ports = PortState.Of([.. first.Roles.Where(carries)], version),
            Switch = null,
            ReloadShutdownNs = 0,
            LogFactor = 1,
            LogFloodEndsNs = 0,
            ClearLogsEndsNs = 0,
            Health = null,
            ClosesNs = 0,
            Checks = first.Roles.Any(role => role.Role is Role.Web or Role.App && carries(role)) ? first.Checks : null,
            Blocked = first.Roles.Any(role => role.Role != Role.Db && carries(role)) ? first.Blocked : [],
            Breaker = first.Roles.Any(role => role.Role == Role.Web && carries(role)) ? first.Breaker : null,
        };
    }
}
