using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// All requests in flight, in slots that are used again; grows to the limit and never allocates in steady state.
/// </summary>
internal sealed class RequestPool
{
    public const int None = -1;

    private Request[] _slots = new Request[128];
    private int _free = None;
    private int _used;

    public int Live { get; private set; }

    /// <summary>Slots ever used: scan up to here.</summary>
    public int Used => _used;

    public ref Request this[int slot] => ref _slots[slot];

    /// <summary>A fresh slot, or <see cref="None"/> at the limit of pending requests.</summary>
    public int Take()
    {
        int slot;
        if (_free != None)
        {
            slot = _free;
            _free = _slots[slot].Next;
        }
        else
        {
            if (_used == Limits.PendingRequests) return None;
            if (_used == _slots.Length) Array.Resize(ref _slots, Math.Min(_slots.Length * 2, Limits.PendingRequests));
            slot = _used++;
        }

        ref var request = ref _slots[slot];
        var (life, epoch) = (request.Life, request.Epoch);
        request = default;
        request.Life = life;
        request.Epoch = epoch;
        request.Next = request.Previous = request.Trace = request.Client = request.Address = request.Pin = None;
        request.Passes[0].Target = request.Passes[1].Target = None;
        for (var role = 0; role < 3; role++) request.Stays[role].Station = -1;
        request.At = Request.AtUser;
        Live++;
        return slot;
    }

    public void Release(int slot)
    {
        ref var request = ref _slots[slot];
        request.Phase = Phase.Free;
        request.Life++;
        request.Epoch++;
        request.Next = _free;
        _free = slot;
        Live--;
    }
}
