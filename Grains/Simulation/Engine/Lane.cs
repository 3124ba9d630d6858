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

    public void Add(in Event item)
    {
        if (Count == _ring.Length) Grow();
        _ring[(_head + Count) & (_ring.Length - 1)] = item;
        Count++;
    }

    public void RemoveFirst()
    {
        _head = (_head + 1) & (_ring.Length - 1);
        Count--;
    }

    private void Grow()
    {
        var larger = new Event[_ring.Length * 2];
        for (var i = 0; i < Count; i++) larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
        _ring = larger;
        _head = 0;
    }
}
