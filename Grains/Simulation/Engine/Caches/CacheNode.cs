using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Kinds.Caches;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>
/// LRU with TTL over dense keys: a linked list through arrays, no allocation, every operation in constant time.
/// </summary>
/// <param name="pages">It keeps pages: when they were made, and what they lack.</param>
/// <param name="compares">Somebody minds when a value was written last.</param>
internal sealed class CacheNode(
    CacheSpec spec, RackNode? rack, int keys, Draw luck, StationMeter meter, bool pages, bool compares)
{
    private RequestList[] _flights = spec.SingleFlight ? NewFlights(keys) : [];
    private bool[] _flying = new bool[spec.SingleFlight ? keys : 0];
    private long _revalidateNs = spec.RevalidateNs;

    /// <summary>Somebody fetches it anew while others are served what was there.</summary>
    private bool[] _revalidating = new bool[spec.RevalidateNs > 0 ? keys : 0];
    private readonly long[] _valueAt = new long[keys];
    private readonly long[] _filledAt = new long[pages ? keys : 0];
    private readonly int[] _without = new int[pages ? keys : 0];
    private readonly long[] _writtenAt = new long[compares ? keys : 0];
    private int _capacity = spec.Capacity;
    private long _ttlNs = spec.TtlNs;
    private double _jitter = spec.Jitter;
    private bool _invalidates = spec.InvalidateOnWrite;
    private ulong _fills;
    private readonly long[] _expires = new long[keys];
    private readonly int[] _newer = new int[keys];
    private readonly int[] _older = new int[keys];
    private int _newest = -1;
    private int _oldest = -1;
    private int _windowHits;
    private int _windowMisses;
    private int _windowEvictions;

    public string Id => spec.Id;

    public RackNode? Rack { get; set; } = rack;

    /// <summary>It is there and answers.</summary>
    public bool Serving { get; set; } = true;

    public StationMeter Meter { get; } = meter;

    public int Entries { get; private set; }

    public int LastHits { get; private set; }

    public int LastMisses { get; private set; }

    public int LastEvictions { get; private set; }

    /// <summary>The last one there was.</summary>
    public WarmUp? WarmUp { get; set; }

    public bool SingleFlight { get; private set; } = spec.SingleFlight;

    /// <summary>
    /// Entries keep the time they were given. Flights that are on their way land even where no new one takes off.
    /// </summary>
    public void Set(SetCache set)
    {
        (_capacity, _ttlNs, _jitter, _invalidates) = (set.Capacity, set.TtlNs, set.Jitter, set.InvalidateOnWrite);
        if (set.SingleFlight && _flights.Length == 0) (_flights, _flying) = (NewFlights(keys), new bool[keys]);
        SingleFlight = set.SingleFlight;
        _revalidateNs = set.RevalidateNs;
        if (_revalidateNs > 0 && _revalidating.Length == 0) _revalidating = new bool[keys];
        while (Entries > _capacity) Evict();
    }

    /// <summary>A hit is also what has expired, but may still be served while somebody fetches it anew.</summary>
    public bool LookUp(int key, long now)
    {
        if (_expires[key] > 0 && _expires[key] + _revalidateNs > now)
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

    /// <summary>It was served though it has expired, and nobody fetches it yet: whoever asks does from now on.</summary>
    public bool BeginsRevalidation(int key, long now)
    {
        if (_revalidateNs == 0 || _expires[key] > now || _revalidating[key] || (SingleFlight && _flying[key])) return false;
        return _revalidating[key] = true;
    }

    public void EndRevalidation(int key) => _revalidating[key] = false;

    public bool Has(int key, long now) => _expires[key] > now;

    /// <summary>When the database gave the value that is cached.</summary>
    public long ValueAt(int key) => _valueAt[key];

    public long FilledAt(int key) => _filledAt[key];

    /// <summary>Is the cached value older than the key's last write, and that write longer ago than tolerated?</summary>
    public bool IsStale(int key, long now, long toleratedNs) =>
        toleratedNs >= 0 && _writtenAt[key] > _valueAt[key] && now - _writtenAt[key] > toleratedNs;

    /// <summary>When the database gave the value last cached under a key.</summary>
    public long ReadAt(int key) => _valueAt[key];

    /// <summary>Bit by bit the features that are missing in what was last cached under a key.</summary>
    public int Without(int key) => _without[key];

    public void Written(int key, long now)
    {
        if (compares) _writtenAt[key] = now;
        if (_invalidates && _expires[key] > 0) Remove(key);
    }

    /// <summary>
    /// Single flight: true where this miss must fetch the value itself; false where it waits for the one that does.
    /// </summary>
    public bool TakesOff(RequestPool pool, int key, int slot)
    {
        if (!SingleFlight) return true;
        if (_flying[key])
        {
            _flights[key].Add(pool, slot);
            return false;
        }

        return _flying[key] = true;
    }

    /// <summary>The next one that waited for the flight of a key, or <see cref="RequestPool.None"/>: then it is over.</summary>
    public int NextInFlight(RequestPool pool, int key)
    {
        var next = _flights[key].TakeFirst(pool);
        if (next == RequestPool.None) _flying[key] = false;
        return next;
    }

    public void LeaveFlight(RequestPool pool, int key, int slot) => _flights[key].Remove(pool, slot);

    /// <param name="without">Bit by bit the features it lacks.</param>
    public void Fill(int key, long now, long readAt, int without = 0)
    {
        if (_capacity == 0) return;
        if (pages) (_filledAt[key], _without[key]) = (now, without);
        if (_expires[key] > 0)
        {
            Unlink(key);
            Entries--;
        }
        else if (Entries == _capacity)
        {
            Evict();
        }

        var life = _jitter == 0 ? _ttlNs : (long)(_ttlNs * (1 + _jitter * (2 * luck.Unit(_fills++) - 1)));
        _expires[key] = now + Math.Max(1, life);
        _valueAt[key] = readAt;
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

    private static RequestList[] NewFlights(int keys)
    {
        var flights = new RequestList[keys];
        Array.Fill(flights, new RequestList());
        return flights;
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
