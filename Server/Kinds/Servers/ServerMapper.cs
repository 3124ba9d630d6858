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
        Roles(null, server, now), server.Rack, server.Slot, server.Size.Id, server.Size.Cores, server.Size.MemoryMiB,
        Dollars(server.Size.NanoDollarsPerHour), Kebab.Of(server.Lifecycle), Ms(server.LifecycleEndsNs), server.Version,
        server.Size.DiskMiB, Share(now?.DiskShare ?? 0), server.LogFactor, server.LogKeepMiB,
        [.. server.Firewall.Select(rule => Kebab.Of(rule.From))], Ports(server, now), Old(server, now), server.LeavingNs > 0,
        server.Change?.Size?.Id ?? "", server.Change?.Rack ?? "", [.. server.Blocked],
        OwnChecking.IsReady(server), [.. Checks(server)], now?.Connections ?? 0);

    protected override ServerView Again(ServerView before, ServerState server, ServerTelemetry? now, Scenario scenario) =>
        now is null ? View(server, now, scenario) : before with
        {
            Cpu = Share(now.CpuShare),
            Memory = Share(server.MemoryShare(now)),
            RunQueue = now.RunQueue,
            Roles = Roles(before, server, now),
            Disk = Share(now.DiskShare),
            Ports = now.Others.IsEmpty && before.Old.Length == 0 && !IsBeside(before.Ports) ? before.Ports : Ports(server, now),
            Old = now.Others.IsEmpty && before.Old.Length == 0 ? before.Old : Old(server, now),
            Connections = now.Connections,
        };

    private static RoleView[] Roles(ServerView? before, ServerState server, ServerTelemetry? now)
    {
        var views = new RoleView[server.Roles.Length];
        for (var at = 0; at < views.Length; at++)
        {
            var role = server.Roles[at];
            var seen = Of(role.Role, now);
            views[at] = before is null || seen is null
                ? View(role, server, seen)
                : Again(before.Roles[at], server, seen);
        }

        return views;
    }

    private static RoleTelemetry? Of(Role role, ServerTelemetry? now)
    {
        if (now is null) return null;
        foreach (var each in now.Roles)
            if (each.Role == role) return each;
        return null;
    }

    private static RoleView View(RoleState role, ServerState server, RoleTelemetry? now) => new(
        Kebab.Of(role.Role), role.Processes, role.Threads, [.. now?.Busy ?? []], now?.Queue ?? 0, role.QueueLimit,
        now?.Arrived ?? 0,
        now?.Failed ?? 0, Latency(now?.Latency ?? default), now is null ? [] : Up([], server, now),
        role.LimitMiB, now?.Breaker is { } breaker ? Kebab.Of(breaker) : null, Math.Round(now?.Cold ?? 1, 2),
        Kebab.Of(role.Discipline), Kebab.Of(role.OnAbort), role.Connections, [.. now?.Locked ?? []]);

    private static RoleView Again(RoleView before, ServerState server, RoleTelemetry now) => before with
    {
        Busy = now.Busy.AsSpan().SequenceEqual(before.Busy) ? before.Busy : [.. now.Busy],
        Queue = now.Queue,
        RequestsPerSecond = now.Arrived,
        ErrorsPerSecond = now.Failed,
        Latency = Latency(now.Latency, before.Latency),
        Up = Up(before.Up, server, now),
        Breaker = now.Breaker is { } breaker ? Kebab.Of(breaker) : null,
        Cold = Math.Round(now.Cold, 2),
        Locked = now.Locked.AsSpan().SequenceEqual(before.Locked) ? before.Locked : [.. now.Locked],
    };

    /// <param name="before">If nothing went up or down, it is this.</param>
    private static bool[] Up(bool[] before, ServerState server, RoleTelemetry now)
    {
        var up = before.Length == now.Busy.Length ? before : new bool[now.Busy.Length];
        for (var process = 0; process < up.Length; process++)
        {
            var isUp = !IsDown(server, now, process);
            if (up[process] == isUp) continue;
            if (up == before) up = [.. before];
            up[process] = isUp;
        }

        return up;
    }

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
        || IsKnownDown(server, now.Generation, process);

    private static bool IsKnownDown(ServerState server, int generation, int process)
    {
        foreach (var down in server.Down)
            if (down.Generation == generation && down.Process == process) return true;
        return false;
    }

    private static PortView[] Ports(ServerState server, ServerTelemetry? now) =>
        [.. server.Ports.Select((port, index) => View(port, Beside(now, index)))];

    private static bool IsBeside(PortView[] ports) => Array.Exists(ports, port => port.Busy.Length > 0);

    private static GenerationView[] Old(ServerState server, ServerTelemetry? now) =>
        [.. Others(now).Where(other => other.Retired).Select(other => View(other, server.Ports))];

    private static PortView View(PortState port, GenerationTelemetry? beside) => new(
        port.Number, Kebab.Of(port.Stage), port.Version, Ms(port.EndsNs), port.Role?.Threads ?? 0, [.. beside?.Busy ?? []]);

    private static GenerationView View(GenerationTelemetry old, ImmutableArray<PortState> ports) => new(
        Kebab.Of(old.Role), old.Version, old.Port >= 0 && old.Port < ports.Length ? ports[old.Port].Number : 0,
        [.. old.Busy.Where((_, process) => old.ProcessMiB[process] > 0)]);

    private static GenerationTelemetry? Beside(ServerTelemetry? now, int port) =>
        Others(now).FirstOrDefault(other => !other.Retired && other.Role == Role.App && other.Port == port);

    private static ImmutableArray<GenerationTelemetry> Others(ServerTelemetry? now) => now?.Others ?? [];
}
