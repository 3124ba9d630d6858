namespace OpsGame.Simulation.Engine;

/// <summary>A database: connections, work slots, and one exclusive lock a key, each with its FIFO.</summary>
internal sealed class DatabaseNode(string id, RoleStation station, int keys, int maxConnections, int slots)
{
    private readonly int[] _holder = NewHolders(keys);
    private readonly RequestList[] _waiters = NewWaiters(keys);

    public RequestList SlotQueue = new();

    public string Id { get; } = id;

    public RoleStation Station { get; } = station;

    public int MaxConnections { get; set; } = maxConnections;

    public int Connections { get; set; }

    public int Slots { get; set; } = slots;

    public int BusySlots { get; set; }

    public int LockWaiters { get; private set; }

    public double Slow { get; set; } = 1;

    /// <summary>True: the lock of the key is held from now on; false: the request waits for it.</summary>
    public bool Lock(RequestPool pool, int key, int slot)
    {
        if (_holder[key] == RequestPool.None)
        {
            _holder[key] = slot;
            return true;
        }

        _waiters[key].Add(pool, slot);
        LockWaiters++;
        return false;
    }

    /// <summary>Hands the lock on; the answer is the request that has it now, or <see cref="RequestPool.None"/>.</summary>
    public int Unlock(RequestPool pool, int key)
    {
        var next = _waiters[key].TakeFirst(pool);
        _holder[key] = next;
        if (next != RequestPool.None) LockWaiters--;
        return next;
    }

    public void StopWaiting(RequestPool pool, int key, int slot)
    {
        _waiters[key].Remove(pool, slot);
        LockWaiters--;
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
