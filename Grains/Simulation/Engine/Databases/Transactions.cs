using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Watching;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// For each lock of a write (a read: once) the lock, a work slot, the disk where the buffer lacks the key, and its part of the
/// work on a core. Locks are held to the end, the slot while it works.
/// </summary>
internal sealed class Transactions(Kernel kernel, WatchStation watch, Database database, Cores cores, Waits waits)
{
    private readonly RequestPool _pool = kernel.Pool;

    public void TakeLock(int slot, out bool deadlocked)
    {
        deadlocked = false;
        ref var request = ref _pool[slot];
        if (database.Locks.Take(_pool, request.WaitsFor, slot))
        {
            request.Locked++;
            TakeSlot(slot);
            return;
        }

        request.Phase = Phase.InLockQueue;
        watch.Traces?.Pause(ref request, kernel.Now);
        waits.ForLock(slot, ref request);
        if (request.HoldsSlot) GiveSlot(ref request);
        // who holds nothing keeps nobody waiting
        if (request.Locked == 0 || !waits.LooksForDeadlocks) return;
        if (waits.LooksAtOnce) deadlocked = Deadlocks(slot);
        else waits.ForDeadlock(slot, ref request);
    }

    /// <summary>Does a waiting transaction wait for itself? Then it counts.</summary>
    public bool Deadlocks(int slot)
    {
        if (!database.Locks.Deadlocks(_pool, slot)) return false;
        database.CountDeadlock();
        return true;
    }

    public void TakeSlot(int slot)
    {
        ref var request = ref _pool[slot];
        var node = database.Nodes[request.Node];
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
            watch.Traces?.Pause(ref request, kernel.Now);
            node.SlotQueue.Add(_pool, slot);
        }
    }

    public void GiveSlot(ref Request request)
    {
        var node = database.Nodes[request.Node];
        request.HoldsSlot = false;
        node.BusySlots--;
        WakeSlots(node);
    }

    public void FreeLock(int key)
    {
        var next = database.Locks.Free(_pool, key);
        if (next == RequestPool.None) return;
        _pool[next].Locked++;
        _pool[next].Epoch++;
        TakeSlot(next);
    }

    private void WakeSlots(DatabaseNode node)
    {
        if (node.Role.Server.Cutting) return;
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
        if (waits.ReadsFromDisk && !request.Probe
            && database.Nodes[request.Node].Misses(request.Write ? request.LockKeys[request.Locked - 1] : request.Key))
        {
            request.Phase = Phase.ReadingDisk;
            waits.ForDisk(slot, ref request);
        }
        else
        {
            cores.Begin(slot);
        }
    }
}
