using System.Runtime.InteropServices;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// One exclusive lock a key, with its FIFO. A transaction holds the first Locked of its lock keys and waits for the next at most.
/// </summary>
internal sealed class LockTable
{
    /// <summary>Of keys that somebody holds. For look-ups only, never enumerated: its order is undefined.</summary>
    private readonly Dictionary<int, Lock> _locks = [];

    public int Waiters { get; private set; }

    public int Held => _locks.Count;

    /// <summary>True: the lock of the key is held from now on; false: the request waits for it.</summary>
    public bool Take(RequestPool pool, int key, int slot)
    {
        ref var one = ref CollectionsMarshal.GetValueRefOrAddDefault(_locks, key, out var held);
        if (!held)
        {
            one = new Lock(slot);
            return true;
        }

        one.Waiters.Add(pool, slot);
        Waiters++;
        return false;
    }

    /// <summary>Hands the lock on; the answer is the request that has it now, or <see cref="RequestPool.None"/>.</summary>
    public int Free(RequestPool pool, int key)
    {
        ref var one = ref CollectionsMarshal.GetValueRefOrNullRef(_locks, key);
        var next = one.Waiters.TakeFirst(pool);
        if (next == RequestPool.None)
        {
            _locks.Remove(key);
            return next;
        }

        one.Holder = next;
        Waiters--;
        return next;
    }

    public void StopWaiting(RequestPool pool, int slot)
    {
        CollectionsMarshal.GetValueRefOrNullRef(_locks, pool[slot].WaitsFor).Waiters.Remove(pool, slot);
        Waiters--;
    }

    public int HolderOf(int key) => _locks.TryGetValue(key, out var one) ? one.Holder : RequestPool.None;

    public RequestList QueueOf(int key) => _locks.TryGetValue(key, out var one) ? one.Waiters : new RequestList();

    public int WaitersOf(int key) => QueueOf(key).Count;

    /// <summary>
    /// Does a waiting request wait for itself? Everyone waits for one lock and a lock has one holder, so the way is a chain.
    /// </summary>
    public bool Deadlocks(RequestPool pool, int slot)
    {
        var at = slot;
        // a chain that runs into a circle of others is as long as there are waiters, no longer
        for (var steps = 0; steps < Waiters; steps++)
        {
            at = HolderOf(pool[at].WaitsFor);
            if (at == slot) return true;
            if (pool[at].Phase != Phase.InLockQueue) return false;
        }

        return false;
    }

    private struct Lock(int holder)
    {
        public int Holder = holder;
        public RequestList Waiters = new();
    }
}
