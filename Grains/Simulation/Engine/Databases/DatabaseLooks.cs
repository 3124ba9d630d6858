using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>What can be seen of the database: every second from outside, and by whoever looks closely.</summary>
internal sealed class DatabaseLooks(Kernel kernel, UserStation users, ServerStation servers, Database database)
{
    public DatabaseTelemetry Telemetry()
    {
        var primary = database.Primary;
        var meter = primary.Role.Meter;
        return new DatabaseTelemetry(
            database.Id, primary.Connections, primary.Slots, primary.BusySlots, primary.SlotQueue.Count, database.Locks.Waiters,
            meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency, database.LastDeadlocks, database.LostAt,
            database.LostAt < 0 ? database.Replication?.UnderWay(kernel.Now) ?? 0 : database.LostWrites,
            [.. database.Nodes.Where(node => !node.Gone).Select(Telemetry)],
            InPools(pool => pool.Busy), InPools(pool => pool.Queue.Count));
    }

    /// <summary>Rows that somebody waits for, the longest queue first.</summary>
    public ImmutableArray<LockLine> RowLocks()
    {
        var locks = database.Locks;
        var keys = new SortedSet<int>();
        for (var slot = 0; slot < kernel.Pool.Used; slot++)
            if (kernel.Pool[slot].Phase == Phase.InLockQueue) keys.Add(kernel.Pool[slot].WaitsFor);
        return
        [
            .. keys.Select(key => servers.LockLines.Of(NameOf(key), locks.HolderOf(key), (int)Role.Db, locks.QueueOf(key)))
                .OrderByDescending(line => line.Waiters).Take(LockLines.LocksShown),
        ];
    }

    /// <summary>Of all processes' pools, to every node.</summary>
    private int InPools(Func<ConnectionPool, int> count) =>
        database.PoolSize == 0 ? 0 : database.Nodes.Sum(node => database.Pools.To(node.Index).Sum(count));

    private DatabaseNodeTelemetry Telemetry(DatabaseNode node)
    {
        var meter = node.Role.Meter;
        var idle = database.PoolSize == 0 ? 0 : database.Pools.To(node.Index).Sum(pool => pool.Open - pool.Busy);
        return new DatabaseNodeTelemetry(
            node.Role.Server.Id, node.Up, node.Connections, idle, node.Slots, node.BusySlots, node.SlotQueue.Count, node.WarmKeys,
            meter.LastArrived, meter.LastCompleted, meter.LastFailed, meter.LastLatency);
    }

    private string NameOf(int key)
    {
        var owner = Array.Find(users.Classes, each => key >= each.FirstKey && key < each.FirstKey + each.Spec.Keys)!;
        var data = owner.Spec.Data.Length > 0 ? owner.Spec.Data : owner.Spec.Id;
        return FormattableString.Invariant($"{data}#{key - owner.FirstKey + 1}");
    }
}
