namespace OpsGame.Simulation.Engine;

/// <summary>
/// Work that shares a capacity (processor sharing, Kleinrock 1967): everyone in it moves on at the same rate. Virtual time is how
/// much each has got so far; whoever joins is done when it has moved on by his work. So joining and leaving cost O(log n), and
/// a change of the rate touches nobody.
/// </summary>
internal sealed class SharedWork
{
    /// <summary>A binary heap by (done, order); a request knows its place by <see cref="Request.Next"/>.</summary>
    private Entry[] _heap = new Entry[4];
    private double _virtual;
    private long _joined;

    public int Count { get; private set; }

    /// <summary>Whoever is done first.</summary>
    public int First => _heap[0].Slot;

    /// <summary>Work the first one still needs.</summary>
    public double Left => Math.Max(0, _heap[0].Done - _virtual);

    /// <summary>Everyone has got so much more.</summary>
    public void Advance(double work) => _virtual += work;

    public void Add(RequestPool pool, int slot, double work)
    {
        // begun anew whenever nobody is there: virtual time stays small, and exact
        if (Count == 0) _virtual = 0;
        if (Count == _heap.Length) Array.Resize(ref _heap, _heap.Length * 2);
        SiftUp(pool, Count++, new Entry(_virtual + work, _joined++, slot));
    }

    /// <summary>
    /// Somebody who shares with nobody and is done when he is done: as long as all are like that they stand in no order.
    /// </summary>
    public void AddAlone(RequestPool pool, int slot)
    {
        if (Count == _heap.Length) Array.Resize(ref _heap, _heap.Length * 2);
        Put(pool, Count++, new Entry(0, 0, slot));
    }

    public void RemoveAlone(RequestPool pool, int slot)
    {
        var place = pool[slot].Next;
        pool[slot].Next = RequestPool.None;
        var last = _heap[--Count];
        if (place < Count) Put(pool, place, last);
    }

    /// <summary>From now on they share what is left of everyone's work; events that would have ended it are stale.</summary>
    /// <param name="rate">Work that was done a nanosecond.</param>
    public void Share(RequestPool pool, long now, double rate)
    {
        var alone = Count;
        (Count, _virtual) = (0, 0);
        for (var index = 0; index < alone; index++)
        {
            // the heap grows at the front while the rest still waits behind
            var slot = _heap[index].Slot;
            pool[slot].Epoch++;
            SiftUp(pool, Count++, new Entry((pool[slot].WorkEnds - now) * rate, _joined++, slot));
        }
    }

    public void Remove(RequestPool pool, int slot)
    {
        var place = pool[slot].Next;
        pool[slot].Next = RequestPool.None;
        var last = _heap[--Count];
        if (place == Count) return;
        if (place > 0 && last.Before(_heap[(place - 1) >> 1])) SiftUp(pool, place, last);
        else SiftDown(pool, place, last);
    }

    private void SiftUp(RequestPool pool, int at, in Entry item)
    {
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (!item.Before(_heap[parent])) break;
            Put(pool, at, _heap[parent]);
            at = parent;
        }

        Put(pool, at, item);
    }

    private void SiftDown(RequestPool pool, int at, in Entry item)
    {
        while (true)
        {
            var child = (at << 1) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && _heap[child + 1].Before(_heap[child])) child++;
            if (!_heap[child].Before(item)) break;
            Put(pool, at, _heap[child]);
            at = child;
        }

        Put(pool, at, item);
    }

    private void Put(RequestPool pool, int at, in Entry item)
    {
        _heap[at] = item;
        pool[item.Slot].Next = at;
    }

    private readonly record struct Entry(double Done, long Order, int Slot)
    {
        public bool Before(in Entry other) => Done < other.Done || (Done == other.Done && Order < other.Order);
    }
}
