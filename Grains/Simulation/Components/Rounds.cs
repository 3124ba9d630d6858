using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Components;

/// <summary>What several kinds ask.</summary>
internal static class Rounds
{
    /// <summary>There is one between application and database.</summary>
    public static bool HasCache(this IRound round) =>
        round.States<CacheState>().Any(cache => !CacheRules.IsEdge(cache.Id, round));

    /// <summary>The certificate users are shown: the balancer's, wherever else their connections end the first.</summary>
    public static string Served(this IRound round) =>
        round.States<BalancerState>().FirstOrDefault(balancer => balancer.Certificate.Length > 0)?.Certificate
            ?? round.Scenario.Certificate?.Id ?? "";

    public static Tier? TierOf(this IRound round, ServerState server)
    {
        var (web, app, worker) = (false, false, false);
        foreach (var role in server.Roles)
        {
            web |= role.Role == Role.Web;
            app |= role.Role == Role.App;
            worker |= role.Role == Role.Worker;
        }

        return round.Scenario.TierOf(web, app, worker);
    }

    /// <summary>Whose target a server may be; empty: nobody's.</summary>
    public static string HomeOf(this IRound round, ServerState server) =>
        round.TierOf(server) is { } tier ? round.Scenario.BalancerOf(tier)?.Id ?? "" : "";

    public static ImmutableArray<ServerCondition> Conditions(this IRound round) =>
        round.Once(static round => new Derived<ServerState, ServerCondition>(server => new ServerCondition(
            server.Id, server.Lifecycle, server.Version, server.TakesUsers, round.HomeOf(server), server.LeavingNs > 0,
            OwnChecking.IsReady(server)))).Of(round.States<ServerState>());
}
