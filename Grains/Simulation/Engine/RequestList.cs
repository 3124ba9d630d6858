namespace OpsGame.Simulation.Engine;

/// <summary>Requests in the order in which they came, linked through their slots; anyone may leave from the middle.</summary>
internal struct RequestList()
{
    private int _first = RequestPool.None;
    private int _last = RequestPool.None;

    public int Count { get; private set; }

    /// <summary><see cref="RequestPool.None"/>: nobody waits.</summary>
    public readonly int First => _first;

    public void Add(RequestPool pool, int slot)
    {
        ref var request = ref pool[slot];
        request.Next = RequestPool.None;
        request.Previous = _last;
        if (_last == RequestPool.None) _first = slot;
        else pool[_last].Next = slot;
        _last = slot;
        Count++;
    }

    public int TakeFirst(RequestPool pool)
    {
        var slot = _first;
        if (slot != RequestPool.None) Remove(pool, slot);
        return slot;
    }

    public int TakeLast(RequestPool pool)
    {
        var slot = _last;
        if (slot != RequestPool.None) Remove(pool, slot);
        return slot;
    }

    public void Remove(RequestPool pool, int slot)
    {
        ref var request = ref pool[slot];
        if (request.Previous == RequestPool.None) _first = request.Next;
        else pool[request.Previous].Next = request.Next;
        if (request.Next == RequestPool.None) _last = request.Previous;
        else pool[request.Next].Previous = request.Previous;
        request.Next = request.Previous = RequestPool.None;
        Count--;
    }
}
