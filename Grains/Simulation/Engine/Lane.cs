namespace OpsGame.Simulation.Engine;

/// <summary>
/// Events of one constant delay. They come due in the order they were scheduled, so a ring buffer keeps them sorted and only the
/// first needs a place in the heap: hops and patience, most of all events, cost no logarithm.
/// </summary>
internal struct Lane(long delayNs)
{
    private Event[] _ring = new Event[64];
    private int _head;

    public long DelayNs { get; } = delayNs;

    public int Count { get; private set; }

    public readonly ref Event First => ref _ring[_head];

    public readonly bool IsFull => Count == _ring.Length;

    public void Add(in Event item)
    {
        _ring[(_head + Count) & (_ring.Length - 1)] = item;
        Count++;
    }

    public void RemoveFirst()
    {
        _head = (_head + 1) & (_ring.Length - 1);
        Count--;
    }

    /// <summary>Drops what is stale behind the first, and grows if that leaves it more than half full.</summary>
    public void MakeRoom(Predicate<Event> isStale)
    {
        var kept = 1;
        for (var i = 1; i < Count; i++)
        {
            var item = _ring[(_head + i) & (_ring.Length - 1)];
            if (!isStale(item)) _ring[(_head + kept++) & (_ring.Length - 1)] = item;
        }

        Count = kept;
        if (Count <= _ring.Length / 2) return;
        var larger = new Event[_ring.Length * 2];
        for (var i = 0; i < Count; i++) larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
        (_ring, _head) = (larger, 0);
    }
}
