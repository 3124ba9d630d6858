namespace OpsGame.Simulation.Engine;

/// <summary>
/// Events of one constant delay. They come due in the order they were scheduled, so a ring buffer keeps them sorted and only the
/// first needs a place in the heap: hops and patience, most of all events, cost no logarithm.
/// </summary>
internal sealed class Lane(long delayNs)
{
    private Event[] ring = new Event[64];
    private int head;

    public long DelayNs { get; } = delayNs;

    public int Count { get; private set; }

    public ref Event First => ref ring[head];

    public void Add(in Event item)
    {
        if (Count == ring.Length) Grow();
        ring[(head + Count) & (ring.Length - 1)] = item;
        Count++;
    }

    public void RemoveFirst()
    {
        head = (head + 1) & (ring.Length - 1);
        Count--;
    }

    private void Grow()
    {
        var larger = new Event[ring.Length * 2];
        for (var i = 0; i < Count; i++) larger[i] = ring[(head + i) & (ring.Length - 1)];
        ring = larger;
        head = 0;
    }
}
