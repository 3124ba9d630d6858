using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Blame;

/// <summary>What is wrong with servers.</summary>
internal sealed class ServerSigns(EstateFrame frame)
{
    /// <summary>With cores this busy, requests wait for them.</summary>
    private const double BusyShare = 0.85;

    private const double FullDisk = 0.999;
    private const double FullMemory = 0.9;

    public bool AnyIsShort => frame.Servers.Any(IsShort);

    public bool AnyHasNewVersion => frame.Servers.Any(HasNewVersion);

    public Sign Of(FailureKind failure, ServerState server)
    {
        var measured = frame.Columns.Measured<ServerTelemetry>(server.Id);
        return failure switch
        {
            FailureKind.HungBackend => Signs.If(server.Hung || server.SlowFactor > 1, Sign.Broken),
            FailureKind.FirewallClosed => Signs.If(!server.Firewall.IsEmpty && IsCalled(server.Id), Sign.Broken),
            FailureKind.DiskFull => Signs.If(measured?.DiskShare >= FullDisk, Sign.Broken),
            FailureKind.MemoryLeak => Signs.If(measured is not null && server.MemoryShare(measured) >= FullMemory, Sign.Broken),
            FailureKind.KilledWithoutDraining =>
                Signs.If(server.Lifecycle == Lifecycle.Crashed || !server.Down.IsEmpty, Sign.Broken),
            FailureKind.BlackHole =>
                Signs.If(measured?.Roles.Any(role => role.Failed > role.Completed) == true, Sign.Broken),
            FailureKind.BadRelease => Signs.If(HasNewVersion(server), Sign.Short),
            FailureKind.ReloadPileUp => Signs.If(measured?.Others.Any(other => other.Retired) == true, Sign.Short),
            _ => Signs.If(IsShort(server), Sign.Short),
        };
    }

    public bool IsShort(ServerState server) =>
        frame.Columns.Measured<ServerTelemetry>(server.Id) is { } measured
        && (measured.CpuShare >= BusyShare || measured.Roles.Any(role => role.Queue > 0));

    /// <summary>A closed door nobody knocks at hurts nobody.</summary>
    private bool IsCalled(string server) =>
        frame.Databases.Any(database => database.Server == server)
        || frame.Balancers.Any(balancer => balancer.Targets.Any(
            target => target.Server == server && target.Attachment == Attachment.Attached));

    private bool HasNewVersion(ServerState server) => frame.Rollouts.Any(
        rollout => rollout.Status != RolloutStatus.Idle && rollout.Version.Length > 0 && server.TakesUsers
            && server.Version == rollout.Version);
}
