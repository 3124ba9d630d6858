namespace OpsGame.Simulation.Engine;

/// <summary>LRU with TTL over dense keys: a linked list through arrays, no allocation, every operation in constant time.</summary>
internal sealed class CacheNode(string id, string rack, int keys, int capacity, long ttlNs, StationMeter meter)
{
    private readonly long[] _expires = new long[keys];
    private readonly int[] _newer = new int[keys];
    private readonly int[] _older = new int[keys];
    private int _newest = -1;
    private int _oldest = -1;
    private int _windowHits;
    private int _windowMisses;
    private int _windowEvictions;

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
        if (_expires[key] > now)
        {
            Unlink(key);
            LinkNewest(key);
            _windowHits++;
            return true;
        }

        if (_expires[key] > 0) Remove(key);
        _windowMisses++;
        return false;
    }

    public void Fill(int key, long now)
    {
        if (capacity == 0) return;
        if (_expires[key] > 0)
        {
            Unlink(key);
            Entries--;
        }
        else if (Entries == capacity)
        {
            Evict();
        }

        _expires[key] = now + ttlNs;
        LinkNewest(key);
        Entries++;
    }

    public void Flush()
    {
        while (_oldest >= 0) Remove(_oldest);
    }

    public void RollWindow()
    {
        (LastHits, LastMisses, LastEvictions) = (_windowHits, _windowMisses, _windowEvictions);
        (_windowHits, _windowMisses, _windowEvictions) = (0, 0, 0);
    }

    private void Evict()
    {
        _windowEvictions++;
        Remove(_oldest);
    }

    private void Remove(int key)
    {
        Unlink(key);
        _expires[key] = 0;
        Entries--;
    }

    private void LinkNewest(int key)
    {
        _older[key] = _newest;
        _newer[key] = -1;
        if (_newest >= 0) _newer[_newest] = key;
        _newest = key;
        if (_oldest < 0) _oldest = key;
    }

    private void Unlink(int key)
    {
        if (_newer[key] >= 0) _older[_newer[key]] = _older[key];
        else _newest = _older[key];
        if (_older[key] >= 0) _newer[_older[key]] = _newer[key];
        else _oldest = _newer[key];
    }
}
