using System.Globalization;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// Everything that takes time, read from a component's state: booting, draining, reloading, renewal, failover …
/// </summary>
internal static class UnderWay
{
    public static IEnumerable<Operation> Of(object? state, OperationsSpec takes) => state switch
    {
        ServerState server => Of(server, takes),
        BalancerState balancer => Of(balancer),
        CacheState { ReadyNs: > 0 } cache => [new Operation("setting-up", "", cache.ReadyNs)],
        CertificateState { RenewedNs: > 0 } certificate => [new Operation("renewal", "", certificate.RenewedNs)],
        DatabaseState { Promoting.Length: > 0 } database => [new Operation("failover", "", database.PromotesNs)],
        RolloutState { UnderWay: true } rollout => [new Operation("rollout", "", 0, Bound.About, Drains: true)],
        _ => [],
    };

    private static IEnumerable<Operation> Of(ServerState server, OperationsSpec takes)
    {
        if (server.Change is { } change)
        {
            var stopped = server.LifecycleEndsNs > 0 ? server.LifecycleEndsNs : change.SinceNs + ServerLifecycle.StopGraceNs;
            yield return new Operation("lifecycle", "", stopped + takes.BootNs, Bound.AtMost, Drains: true);
        }
        else if (server.LifecycleEndsNs > 0)
        {
            yield return server.Lifecycle switch
            {
                Lifecycle.Draining => new Operation("lifecycle", "", server.LifecycleEndsNs, Bound.AtMost, Drains: true),
                Lifecycle.Installing => new Operation("lifecycle", "", server.LifecycleEndsNs + takes.RestartNs),
                _ => new Operation("lifecycle", "", server.LifecycleEndsNs),
            };
        }

        if (server.LeavingNs > 0)
            yield return new Operation("removal", "", server.LeavingNs + ServerLifecycle.StopGraceNs, Bound.AtMost, Drains: true);
        if (server.ReloadEndsNs > 0) yield return new Operation("reload", "", server.ReloadEndsNs, Drains: true);
        if (server.Switch is { } turn) yield return new Operation("switch", "", turn.EndsNs, Drains: true);
        if (server.ClearLogsEndsNs > 0) yield return new Operation("clearing", "", server.ClearLogsEndsNs);
        foreach (var down in server.Down)
            yield return new Operation(
                "process", string.Create(CultureInfo.InvariantCulture, $"{down.Generation}/{down.Process}"), down.UntilNs);
        foreach (var port in server.Ports)
        {
            var number = port.Number.ToString(CultureInfo.InvariantCulture);
            if (port.Stage == PortStage.Installing) yield return new Operation("port", number, port.EndsNs + takes.RestartNs);
            else if (port.Stage == PortStage.Starting) yield return new Operation("port", number, port.EndsNs);
            else if (port.Stage == PortStage.Stopping) yield return new Operation("port", number, 0, Bound.Open, Drains: true);
        }
    }

    private static IEnumerable<Operation> Of(BalancerState balancer)
    {
        if (balancer.DownUntilNs > 0) yield return new Operation("restart", "", balancer.DownUntilNs);
        foreach (var target in balancer.Targets)
            if (target.Attachment == Attachment.Draining)
                yield return new Operation("drain", target.Server, target.DrainEndsNs, Bound.AtMost, Drains: true);
    }
}
