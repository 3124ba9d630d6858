namespace OpsGame.Simulation.Engine;

/// <summary>LRU with TTL over dense keys: a linked list through arrays, no allocation, every operation in constant time.</summary>
internal sealed class CacheNode(string id, string rack, int keys, int capacity, long ttlNs, StationMeter meter)
{
    private readonly long[] expires = new long[keys];
    private readonly int[] newer = new int[keys];
    private readonly int[] older = new int[keys];
    private int newest = -1;
    private int oldest = -1;
    private int windowHits;
    private int windowMisses;
    private int windowEvictions;

    public string Id { get; } = id;

    public string Rack { get; } = rack;

    public StationMeter Meter { get; } = meter;

    public int Entries { get; private set; }

    public int LastHits { get; private set; }

    public int LastMisses { get; private set; }

    public int LastEvictions { get; private set; }

    public void Set(int newCapacity, long newTtlNs)
    {
        capacity = newCapacity;
        ttlNs = newTtlNs;
        while (Entries > capacity) Evict();
    }

    public bool Look(int key, long now)
    {
        if (expires[key] > now)
        {
            Unlink(key);
            LinkNewest(key);
            windowHits++;
            return true;
        }

        if (expires[key] > 0) Remove(key);
        windowMisses++;
        return false;
    }

    public void Fill(int key, long now)
    {
        if (capacity == 0) return;
        if (expires[key] > 0)
        {
            Unlink(key);
            Entries--;
        }
        else if (Entries == capacity)
        {
            Evict();
        }

        expires[key] = now + ttlNs;
        LinkNewest(key);
        Entries++;
    }

    public void Flush()
    {
        while (oldest >= 0) Remove(oldest);
    }

    public void RollWindow()
    {
        (LastHits, LastMisses, LastEvictions) = (windowHits, windowMisses, windowEvictions);
        (windowHits, windowMisses, windowEvictions) = (0, 0, 0);
    }

    private void Evict()
    {
        windowEvictions++;
        Remove(oldest);
    }

    private void Remove(int key)
    {
        Unlink(key);
        expires[key] = 0;
        Entries--;
    }

    private void LinkNewest(int key)
    {
        older[key] = newest;
        newer[key] = -1;
        if (newest >= 0) newer[newest] = key;
        newest = key;
        if (oldest < 0) oldest = key;
    }

    private void Unlink(int key)
    {
        if (newer[key] >= 0) older[newer[key]] = older[key];
        else newest = older[key];
        if (older[key] >= 0) newer[older[key]] = newer[key];
        else oldest = newer[key];
    }
}
