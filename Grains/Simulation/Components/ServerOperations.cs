using System.Globalization;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>What a server is in the middle of: booting, draining, reloading, installing beside …</summary>
internal static class ServerOperations
{
    public static IEnumerable<Operation> Of(ServerState server, OperationsSpec takes)
    {
        var stopNs = server.PreStopNs + ServerLifecycle.StopGraceNs;
        if (server.Change is { } change)
        {
            var stopped = server.LifecycleEndsNs > 0 ? server.LifecycleEndsNs : change.SinceNs + stopNs;
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
            yield return new Operation("removal", "", server.LeavingNs + stopNs, Bound.AtMost, Drains: true);
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
}
