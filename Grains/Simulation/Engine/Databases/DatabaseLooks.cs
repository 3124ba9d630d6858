using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>What can be seen of the database: every second from outside, and by whoever looks closely.</summary>
internal sealed class DatabaseLooks(
    Kernel kernel, UserStation users, ServerStation servers, Database database, Pooler pooler, Tables tables)
{
    public DatabaseTelemetry Telemetry()
    {
        var primary = database.Primary;
        var meter = primary.Role.Meter;
        return new DatabaseTelemetry(
            database.Id, ConnectionsTo(primary), primary.Slots, primary.BusySlots, primary.SlotQueue.Count,
            database.Locks.Waiters, meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency,
            database.LastDeadlocks, database.LostAt,
            database.LostAt < 0 ? database.Replication?.UnderWay(kernel.Now) ?? 0 : database.LostWrites,
            [.. database.Nodes.Where(node => !node.Gone).Select(Telemetry)],
            new AlterTelemetry(tables.Alter.Order.Number, tables.Alter.Phase, tables.Alter.Tries),
            InPools(pool => pool.Busy), InPools(pool => pool.Queue.Count), tables.Waiters,
            database.Pooler is null ? 0 : primary.Connections, pooler.To(primary).Busy, pooler.Waiters);
    }

    /// <summary>Tables and rows that somebody waits for, the longest queue first.</summary>
    public ImmutableArray<LockLine> RowLocks()
    {
        var locks = database.Locks;
        var lines = servers.LockLines;
        var keys = new SortedSet<int>();
        for (var slot = 0; slot < kernel.Pool.Used; slot++)
            if (kernel.Pool[slot].Phase == Phase.InLockQueue) keys.Add(kernel.Pool[slot].WaitsFor);
        return
        [
            .. tables.Awaited.Select(Line)
                .Concat(keys.Select(key => lines.Of(NameOf(key), locks.HolderOf(key), (int)Role.Db, locks.QueueOf(key))))
                .OrderByDescending(line => line.Waiters).Take(LockLines.LocksShown),
        ];
    }

    /// <summary>A table is held by whoever has shared it for longest, or by the ALTER.</summary>
    private LockLine Line(TableLock table)
    {
        var oldest = RequestPool.None;
        for (var slot = 0; slot < kernel.Pool.Used; slot++)
        {
            ref var request = ref kernel.Pool[slot];
            if (request.Phase == Phase.Free || !request.HoldsTable || tables.Of(request.Class) != table) continue;
            var since = request.Stays[(int)Role.Db].In;
            if (oldest == RequestPool.None || since < kernel.Pool[oldest].Stays[(int)Role.Db].In) oldest = slot;
        }

        return oldest != RequestPool.None
            ? servers.LockLines.Of(table.Name, oldest, (int)Role.Db, table.Queue)
            : servers.LockLines.Of(table.Name, "ALTER TABLE", kernel.Now - tables.Alter.Since, (int)Role.Db, table.Queue);
    }

    /// <summary>Of all processes' pools, to every node.</summary>
    private int InPools(Func<ConnectionPool, int> count) =>
        database.PoolSize == 0 ? 0 : database.Nodes.Sum(node => database.Pools.To(node.Index).Sum(count));

    private DatabaseNodeTelemetry Telemetry(DatabaseNode node)
    {
        var meter = node.Role.Meter;
        var idle = database.Pooler is not null ? pooler.To(node).Open - pooler.To(node).Busy
            : database.PoolSize == 0 ? 0 : database.Pools.To(node.Index).Sum(pool => pool.Open - pool.Busy);
        return new DatabaseNodeTelemetry(
            node.Role.Server.Id, node.Up, ConnectionsTo(node), idle, node.Slots, node.BusySlots, node.SlotQueue.Count,
            node.WarmKeys, meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency);
    }

    /// <summary>Open ones to a node itself.</summary>
    private int ConnectionsTo(DatabaseNode node) => database.Pooler is null ? node.Connections : pooler.To(node).Open;

    private string NameOf(int key)
    {
        var owner = Array.Find(users.Classes, each => key >= each.FirstKey && key < each.FirstKey + each.Spec.Keys)!;
        var data = owner.Spec.Data.Length > 0 ? owner.Spec.Data : owner.Spec.Id;
        return FormattableString.Invariant($"{data}#{key - owner.FirstKey + 1}");
    }
}
