namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// One exclusive lock a key, with its FIFO. A transaction holds the first Locked of its lock keys and waits for the next at most.
/// </summary>
internal sealed class LockTable(int keys)
{
    private readonly int[] _holder = NewHolders(keys);
    private readonly RequestList[] _waiters = NewWaiters(keys);

    public int Waiters { get; private set; }

    public int Held { get; private set; }

    /// <summary>True: the lock of the key is held from now on; false: the request waits for it.</summary>
    public bool Take(RequestPool pool, int key, int slot)
    {
        if (_holder[key] == RequestPool.None)
        {
            _holder[key] = slot;
            Held++;
            return true;
        }

        _waiters[key].Add(pool, slot);
        Waiters++;
        return false;
    }

    /// <summary>Hands the lock on; the answer is the request that has it now, or <see cref="RequestPool.None"/>.</summary>
    public int Free(RequestPool pool, int key)
    {
        var next = _waiters[key].TakeFirst(pool);
        _holder[key] = next;
        if (next == RequestPool.None) Held--;
        else Waiters--;
        return next;
    }

    public void StopWaiting(RequestPool pool, int slot)
    {
        _waiters[pool[slot].WaitsFor].Remove(pool, slot);
        Waiters--;
    }

    public int HolderOf(int key) => _holder[key];

    public RequestList QueueOf(int key) => _waiters[key];

    public int WaitersOf(int key) => _waiters[key].Count;

    /// <summary>
    /// Does a waiting request wait for itself? Everyone waits for one lock and a lock has one holder, so the way is a chain.
    /// </summary>
    public bool Deadlocks(RequestPool pool, int slot)
    {
        var at = slot;
        // a chain that runs into a circle of others is as long as there are waiters, no longer
        for (var steps = 0; steps < Waiters; steps++)
        {
            at = _holder[pool[at].WaitsFor];
            if (at == slot) return true;
            if (pool[at].Phase != Phase.InLockQueue) return false;
        }

        return false;
    }

    private static int[] NewHolders(int keys)
    {
        var all = new int[keys];
        Array.Fill(all, RequestPool.None);
        return all;
    }

    private static RequestList[] NewWaiters(int keys)
    {
        var all = new RequestList[keys];
        Array.Fill(all, new RequestList());
        return all;
    }
}
