using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Databases;

internal sealed class DatabaseMapper : PartMapper<DatabaseState, DatabaseTelemetry, DatabaseView>
{
    protected override DatabaseView View(DatabaseState database, DatabaseTelemetry? now, Scenario scenario) => new(
        database.Id, database.Server, now?.Connections ?? 0, database.MaxConnections, now?.Slots ?? 0, now?.BusySlots ?? 0,
        now?.SlotQueue ?? 0, now?.LockWaiters ?? 0, now?.Arrived ?? 0, now?.Failed ?? 0, Latency(now?.Latency ?? default),
        now?.Deadlocks ?? 0, database.PoolSize, Seconds(database.LockTimeoutNs), Seconds(database.StatementTimeoutNs),
        Seconds(database.PoolTimeoutNs), Ms(database.CurrentLagNs),
        database.Promoting, Ms(database.PromotesNs), database.Reads.Any(each => each.Replica), now?.UnreplicatedWrites ?? 0,
        AlterOf(database.Alter, now), now?.TableWaiters ?? 0, View(database.Pooler, now),
        [.. (now?.Nodes ?? []).Select(node => View(node, database.Copies.FirstOrDefault(copy => copy.Server == node.Server)))]);

    /// <summary>One that has just begun is not measured yet.</summary>
    private static string AlterOf(TableAlter? alter, DatabaseTelemetry? now) =>
        alter is not { UnderWay: true } ? "none"
            : now?.Alter is { Phase: AlterPhase.Working or AlterPhase.Resting } seen && seen.Number == alter.Number
                ? Kebab.Of(seen.Phase)
                : Kebab.Of(AlterPhase.Waiting);

    private static PoolerView? View(PoolerSpec? pooler, DatabaseTelemetry? now) => pooler is null ? null : new PoolerView(
        Kebab.Of(pooler.Mode), pooler.Connections, now?.PoolerBusy ?? 0, pooler.Clients, now?.PoolerClients ?? 0,
        now?.PoolerWaiting ?? 0);

    private static DatabaseNodeView View(DatabaseNodeTelemetry node, ReplicaCopy? copy) => new(
        node.Server, node.Up, node.Connections, node.IdleConnections, node.Slots, node.BusySlots, node.SlotQueue, node.WarmKeys,
        node.Arrived, node.Failed,
        Latency(node.Latency), copy is not null, Ms(copy?.EndsNs ?? 0));
}
