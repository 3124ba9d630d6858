using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// The database: a connection or a refusal; then for each lock of a write (a read: once) the lock, a work slot, the disk where the
/// buffer lacks the key, and its part of the work on a core. Locks and connection are held to the end, the slot while it works.
/// </summary>
internal sealed partial class DataPlane
{
    /// <summary>Whom a call asks: reads of some classes a replica, everything else the primary.</summary>
    private DatabaseNode NodeFor(ref Request request) =>
        _database!.Replication is not null && MayAskReplica(ref request) ? _database.NextReplica() : _database.Primary;

    private bool MayAskReplica(ref Request request) =>
        request is { Probe: false, Write: false } && _classes[request.Class].Spec.ReplicaReads;

    private void EnterDatabase(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        var node = _database!.Nodes[request.Node];
        if (!node.Up || !node.Synced || (node == _database.Primary ? _database.Fenced : !MayAskReplica(ref request)))
        {
            station.Meter.Refuse(Cause.Refused);
            TurnAway(slot, station, Cause.Refused);
            return;
        }

        if (!request.HoldsPool || request.Opens)
        {
            if (node.Connections >= _database.MaxConnections)
            {
                station.Meter.Refuse(Cause.DbConnections);
                TurnAway(slot, station, Cause.DbConnections);
                return;
            }

            node.Connections++;
            request.Opens = false;
        }

        Enter(ref request, station, process: 0);
        if (_statementTimeout.Ns > 0) _queue.AtLimit(_statementTimeout, EventKind.StatementTimeout, slot, request.Life);
        if (request.Write)
        {
            OrderLocks(ref request);
            TakeLock(slot);
        }
        else
        {
            TakeSlot(slot);
        }
    }

    /// <summary>The application's version says in which order it locks; where it does not, the class does.</summary>
    private void OrderLocks(ref Request request)
    {
        var spec = _classes[request.Class].Spec;
        if (spec.Locks == 1) return;
        var caller = CallerOf(ref request, (int)Role.Db);
        var version = caller < 0 ? null : _stations[request.Stays[caller].Station].Version;
        if ((version?.LockOrder ?? spec.LockOrder) == LockOrder.Sorted) ((Span<int>)request.LockKeys)[..spec.Locks].Sort();
    }

    private void TakeLock(int slot)
    {
        ref var request = ref _pool[slot];
        if (_database!.Locks.Take(_pool, request.WaitsFor, slot))
        {
            request.Locked++;
            TakeSlot(slot);
            return;
        }

        request.Phase = Phase.InLockQueue;
        WaitAtMost(_lockTimeout, slot);
        if (request.HoldsSlot) GiveSlot(ref request);
        // who holds nothing keeps nobody waiting
        if (request.Locked == 0 || _deadlockLane < 0) return;
        if (_queue.DelayOf(_deadlockLane) == 0) CheckDeadlock(slot);
        else _queue.AfterLane(_deadlockLane, EventKind.DeadlockCheck, slot, request.Epoch, 0);
    }

    private void CheckDeadlock(int slot)
    {
        if (!_database!.Locks.Deadlocks(_pool, slot)) return;
        _database.CountDeadlock();
        Cancel(slot, Cause.Deadlock);
    }

    private void StatementTimeout(int slot)
    {
        ref var request = ref _pool[slot];
        // a request comes to the database once in its life; a hung process cancels nothing
        if (request.Stays[(int)Role.Db].Station >= 0 && request.Phase != Phase.Hung) Cancel(slot, Cause.StatementTimeout);
    }

    /// <summary>The database ends a call by itself and gives back what it held.</summary>
    private void Cancel(int slot, Cause cause)
    {
        StopActivity(slot);
        _pool[slot].Failure = cause;
        Leave(slot);
    }

    private void TakeSlot(int slot)
    {
        ref var request = ref _pool[slot];
        var node = _database!.Nodes[request.Node];
        if (request.HoldsSlot)
        {
            ReadKey(slot);
        }
        else if (node.BusySlots < node.Slots)
        {
            node.BusySlots++;
            request.HoldsSlot = true;
            ReadKey(slot);
        }
        else
        {
            request.Phase = Phase.InSlotQueue;
            node.SlotQueue.Add(_pool, slot);
        }
    }

    private void GiveSlot(ref Request request)
    {
        var node = _database!.Nodes[request.Node];
        request.HoldsSlot = false;
        node.BusySlots--;
        WakeSlots(node);
    }

    private void WakeSlots(DatabaseNode node)
    {
        if (node.Station.Server.Cutting) return;
        while (node.BusySlots < node.Slots)
        {
            var next = node.SlotQueue.TakeFirst(_pool);
            if (next == RequestPool.None) return;
            node.BusySlots++;
            _pool[next].HoldsSlot = true;
            ReadKey(next);
        }
    }

    /// <summary>What the buffer lacks comes from disk first; its slot waits, no core does.</summary>
    private void ReadKey(int slot)
    {
        ref var request = ref _pool[slot];
        if (_coldReadLane >= 0 && !request.Probe
            && _database!.Nodes[request.Node].Misses(request.Write ? request.LockKeys[request.Locked - 1] : request.Key))
        {
            request.Phase = Phase.ReadingDisk;
            _queue.AfterLane(_coldReadLane, EventKind.DiskRead, slot, request.Epoch, 0);
        }
        else
        {
            BeginWork(slot);
        }
    }

    private void LeaveDatabase(int slot)
    {
        ref var request = ref _pool[slot];
        var node = _database!.Nodes[request.Node];
        if (!request.HoldsPool) node.Connections--;
        request.ReadAt = Now;
        if (request.Failure == Cause.None) Finish(ref request, node);
        var (locked, keys) = (request.Locked, request.LockKeys);
        request.Locked = 0;
        if (request.HoldsSlot) GiveSlot(ref request);
        for (var held = 0; held < locked; held++)
        {
            var next = _database.Locks.Free(_pool, keys[held]);
            if (next == RequestPool.None) continue;
            _pool[next].Locked++;
            _pool[next].Epoch++;
            TakeSlot(next);
        }
    }

    private void Written(int key)
    {
        _cache?.Written(key, Now);
        _edge?.Written(key, Now);
    }

    /// <summary>A call has its answer: what it wrote is on its way to cache and replicas, what it read may be older than now.</summary>
    private void Finish(ref Request request, DatabaseNode node)
    {
        var replication = _database!.Replication;
        if (request.Write)
        {
            for (var held = 0; held < request.Locked; held++)
            {
                Written(request.LockKeys[held]);
                replication?.Written(request.LockKeys[held], Now);
            }

            replication?.Committed(Now);
        }
        else if (node != _database.Primary && !request.Probe)
        {
            request.ReadAt = Now - replication!.LagNs;
            var users = _classes[request.Class];
            request.Stale = replication.IsStale(request.Key, Now, users.Spec.StaleNs) || users.IsOvertaken(request.Key, request.ReadAt, Now);
        }
    }
}
