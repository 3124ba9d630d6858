using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Blame;

/// <summary>What is wrong with a database.</summary>
internal sealed class DatabaseSigns(EstateFrame frame, ServerSigns servers)
{
    public Sign Of(FailureKind failure, DatabaseState database)
    {
        var measured = frame.Columns.Measured<DatabaseTelemetry>(database.Id);
        if (measured is null) return Sign.None;
        return failure switch
        {
            FailureKind.RackLost => Signs.If(measured.Nodes.Any(node => !node.Up), Sign.Broken),
            FailureKind.LockConvoy or FailureKind.LongTransaction or FailureKind.Deadlocks =>
                Signs.If(measured is { LockWaiters: > 0 } or { Deadlocks: > 0 }, Sign.Short),
            FailureKind.LockQueue => Signs.If(
                measured.TableWaiters > 0 || measured.Alter.Phase is AlterPhase.Waiting or AlterPhase.Working, Sign.Broken),
            FailureKind.ConnectionsExhausted or FailureKind.PoolDeadlock => Signs.If(
                measured is { PoolWaiting: > 0 } or { PoolerWaiting: > 0 } || measured.Connections >= database.MaxConnections,
                Sign.Short),
            FailureKind.BadRelease => Signs.If(servers.AnyHasNewVersion, Sign.Suffers),
            _ when database.SlowFactor > 1 => Sign.Broken,
            _ => Signs.If(
                measured.SlotQueue > 0 || frame.Servers.Any(server => server.Id == database.Server && servers.IsShort(server)),
                Sign.Short),
        };
    }
}
