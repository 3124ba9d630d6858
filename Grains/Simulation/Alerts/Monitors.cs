using System.Globalization;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Alerts;

/// <summary>The monitors every estate has: they see symptoms, as real ones do, never causes.</summary>
internal static class Monitors
{
    public const string Errors = "alert-errors";
    public const string Slow = "alert-slow";
    public const string NoHealthyTarget = "alert-no-healthy-target";

    /// <summary>A drill is short: five minutes are what thirty days are elsewhere.</summary>
    private const long CertificateNoticeNs = 300 * Nanoseconds.PerSecond;
    private const double ErrorShare = 0.05;
    private const double CpuShare = 0.92;

    /// <summary>Of a disk: early enough to do something about it.</summary>
    private const double DiskShare = 0.85;
    private const double ConnectionShare = 0.9;
    private const int LeastRequests = 5;

    /// <summary>Above it users do not see their own writes.</summary>
    private const long LagNs = Nanoseconds.PerSecond;

    public static IEnumerable<Finding> Find(Signals signals) =>
        Users(signals).Concat(Servers(signals)).Concat(Targets(signals)).Concat(Databases(signals)).Concat(Certificates(signals))
            .Concat(Queues(signals));

    private static IEnumerable<Finding> Users(Signals signals)
    {
        foreach (var users in signals.Classes)
        {
            var finished = users.Answered + users.Failed;
            if (finished >= LeastRequests && users.Failed > ErrorShare * finished)
                yield return new Finding(Errors, users.Id, true, [users.Id]);
            if (users.Answered >= LeastRequests && users.Latency.P95 > 4 * signals.TargetNs[users.Id])
                yield return new Finding(Slow, users.Id, true, [users.Id]);
        }
    }

    private static IEnumerable<Finding> Servers(Signals signals)
    {
        for (var index = 0; index < signals.Servers.Length; index++)
        {
            var (server, telemetry) = (signals.Servers[index], signals.ServerTelemetry[index]);
            if (server.Lifecycle is Lifecycle.Off or Lifecycle.Crashed)
                yield return new Finding("alert-server-down", server.Id, true, [server.Id]);
            if (server.Lifecycle != Lifecycle.Running) continue;
            if (telemetry.DiskShare > DiskShare) yield return new Finding("alert-disk", server.Id, false, [server.Id]);
            if (telemetry.CpuShare > CpuShare) yield return new Finding("alert-cpu", server.Id, false, [server.Id]);
            foreach (var role in telemetry.Roles)
            {
                var state = server.Roles.First(state => state.Role == role.Role);
                if (role.Role != Role.Db && role.Queue > 0 && role.Busy.Sum() >= state.Processes * state.Threads)
                    yield return new Finding(
                        "alert-threads", server.Id, false, [server.Id, role.Role == Role.Web ? "web" : "app"]);
            }
        }
    }

    private static IEnumerable<Finding> Targets(Signals signals)
    {
        foreach (var balancer in signals.Balancers)
        {
            if (balancer.FailOpen) yield return new Finding(NoHealthyTarget, balancer.Id, true, [balancer.Id]);
            foreach (var target in balancer.Targets)
            {
                if (target is { Attachment: Attachment.Attached, Health: TargetHealth.Unhealthy })
                    yield return new Finding("alert-target-unhealthy", target.Server, false, [target.Server]);
            }
        }
    }

    private static IEnumerable<Finding> Databases(Signals signals)
    {
        for (var index = 0; index < signals.Databases.Length; index++)
        {
            var (state, telemetry) = (signals.Databases[index], signals.DatabaseTelemetry[index]);
            if (telemetry.Connections > ConnectionShare * state.MaxConnections)
            {
                yield return new Finding("alert-connections", state.Id, false,
                    [state.Id, telemetry.Connections.ToString(CultureInfo.InvariantCulture),
                        state.MaxConnections.ToString(CultureInfo.InvariantCulture)]);
            }

            if (telemetry.Deadlocks > 0) yield return new Finding("alert-deadlocks", state.Id, false, [state.Id]);
            if (state.Promoting.Length > 0)
                yield return new Finding("alert-failing-over", state.Id, true, [state.Id, state.Promoting]);
            if (state.Servers.Length > 1 && state.CurrentLagNs > LagNs)
                yield return new Finding("alert-replication-lag", state.Id, false, [state.Id]);
        }
    }

    private static IEnumerable<Finding> Queues(Signals signals)
    {
        foreach (var queue in signals.Queues)
        {
            if (queue.AgeNs > signals.JobTargetNs)
                yield return new Finding("alert-queue-age", queue.Id, false, [queue.Id, Show(signals.JobTargetNs)]);
            if (queue.Dead > 0) yield return new Finding("alert-dead-letters", queue.Id, false, [queue.Id]);
        }

        static string Show(long ns) => (ns / Nanoseconds.PerSecond).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Finding> Certificates(Signals signals)
    {
        foreach (var certificate in signals.Certificates)
        {
            if (certificate.ExpiresNs <= signals.NowNs)
                yield return new Finding("alert-certificate-expired", certificate.Id, true, [certificate.Id]);
            else if (certificate.ExpiresNs - signals.NowNs <= CertificateNoticeNs)
                yield return new Finding("alert-certificate-expires", certificate.Id, false, [certificate.Id]);
        }
    }
}
