using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Servers;

/// <summary>
/// A server's state and its last second → its view: what serves, what stands beside it, what is on its way out.
/// </summary>
internal sealed class ServerMapper : PartMapper<ServerState, ServerTelemetry, ServerView>
{
    protected override ServerView View(ServerState server, ServerTelemetry? now, Scenario scenario) => new(
        server.Id, Share(now?.CpuShare ?? 0), Share(now is null ? 0 : server.MemoryShare(now)), now?.RunQueue ?? 0,
        [.. server.Roles.Select(role => View(role, server, now?.Roles.FirstOrDefault(each => each.Role == role.Role)))],
        server.Rack, server.Slot, server.Size.Id, server.Size.Cores, server.Size.MemoryMiB,
        Dollars(server.Size.NanoDollarsPerHour), Kebab.Of(server.Lifecycle), Ms(server.LifecycleEndsNs), server.Version,
        server.Size.DiskMiB, Share(now?.DiskShare ?? 0), server.LogFactor, server.LogKeepMiB,
        [.. server.Firewall.Select(rule => Kebab.Of(rule.From))],
        [.. server.Ports.Select((port, index) => View(port, Beside(now, index)))],
        [.. Others(now).Where(other => other.Retired).Select(other => View(other, server.Ports))], server.LeavingNs > 0,
        server.Change?.Size?.Id ?? "", server.Change?.Rack ?? "", [.. server.Blocked],
        OwnChecking.IsReady(server), [.. Checks(server)], now?.Connections ?? 0);

    private static RoleView View(RoleState role, ServerState server, RoleTelemetry? now) => new(
        Kebab.Of(role.Role), role.Processes, role.Threads, [.. now?.Busy ?? []], now?.Queue ?? 0, role.QueueLimit,
        now?.Arrived ?? 0,
        now?.Failed ?? 0, Latency(now?.Latency ?? default),
        [.. (now?.Busy ?? []).Select((_, process) => !IsDown(server, now!, process))],
        role.LimitMiB, now?.Breaker is { } breaker ? Kebab.Of(breaker) : null, Math.Round(now?.Cold ?? 1, 2),
        Kebab.Of(role.Discipline), Kebab.Of(role.OnAbort), role.Connections);

    private static IEnumerable<OwnCheckView> Checks(ServerState server)
    {
        foreach (var kind in Enum.GetValues<CheckKind>())
        {
            if (server.Checks?.Of(kind) is not { } check) continue;
            yield return new OwnCheckView(
                Kebab.Of(kind), Kebab.Of(check.Deep ? CheckPath.Deep : CheckPath.Shallow), Seconds(check.IntervalNs),
                Seconds(check.TimeoutNs), check.Failures, server.Health?.Of(kind).FailedInRow ?? 0);
        }
    }

    private static bool IsDown(ServerState server, RoleTelemetry now, int process) =>
        server.Lifecycle is not (Lifecycle.Running or Lifecycle.Draining)
        || server.Down.Any(down => down.Generation == now.Generation && down.Process == process);

    private static PortView View(PortState port, GenerationTelemetry? beside) => new(
        port.Number, Kebab.Of(port.Stage), port.Version, Ms(port.EndsNs), port.Role?.Threads ?? 0, [.. beside?.Busy ?? []]);

    private static GenerationView View(GenerationTelemetry old, ImmutableArray<PortState> ports) => new(
        Kebab.Of(old.Role), old.Version, old.Port >= 0 && old.Port < ports.Length ? ports[old.Port].Number : 0,
        [.. old.Busy.Where((_, process) => old.ProcessMiB[process] > 0)]);

    private static GenerationTelemetry? Beside(ServerTelemetry? now, int port) =>
        Others(now).FirstOrDefault(other => !other.Retired && other.Role == Role.App && other.Port == port);

    private static ImmutableArray<GenerationTelemetry> Others(ServerTelemetry? now) => now?.Others ?? [];
}
