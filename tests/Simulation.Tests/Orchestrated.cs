using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests;

/// <summary>
/// The whole estate as an orchestrator runs it: processes that start cold, servers that check themselves, a balancer that hears
/// of it late, a delay before a stop, a scaler with a behaviour that replaces what is unhealthy.
/// </summary>
internal static class Orchestrated
{
    public static Scenario Whole()
    {
        var whole = Estates.Whole();
        var scaler = Estates.Scaler("web-scaler", Tier.Whole, 3, 6);
        return whole with
        {
            Operations = whole.Operations with { PreStopNs = Estates.Seconds(1) },
            Servers = [.. whole.Servers.Select(server => server.Id == "db-1" ? server : server with
            {
                Checks = new OwnChecks(Check(1, 20), Check(5, 2), Check(3, 2) with { Deep = true }),
                Roles = [.. server.Roles.Select(role => role with { Cold = Cold(role.Role) })],
            })],
            Balancer = whole.Balancer! with { EndpointLagNs = Estates.Seconds(1) },
            Scalers =
            [
                scaler with
                {
                    Policy = scaler.Policy with { Behavior = ScalingBehavior.Usual },
                    Health = ScalerHealth.Balancer,
                    GraceNs = Estates.Seconds(10),
                },
            ],
        };
    }

    private static OwnCheck Check(double interval, int failures) =>
        new(false, Estates.Seconds(0.5), Estates.Seconds(interval), Estates.Seconds(0.5), failures, 1);

    private static ColdStart Cold(Role role) =>
        role == Role.Web ? new ColdStart(3, 0, Estates.Seconds(5)) : new ColdStart(5, 200, 0);
}
