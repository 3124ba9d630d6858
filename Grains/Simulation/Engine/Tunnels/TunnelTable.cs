using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Tunnels;

/// <summary>All of them, in places that are used again.</summary>
internal sealed class TunnelTable
{
    private const int None = -1;

    private Tunnel[] _all = new Tunnel[64];
    private int _free = None;

    /// <summary>Places ever used: scan up to here.</summary>
    public int Used { get; private set; }

    public bool Full => _free == None && Used == Limits.LongLived;

    public ref Tunnel this[int index] => ref _all[index];

    public int Take()
    {
        var index = _free;
        if (index != None) _free = _all[index].NextFree;
        else if ((index = Used++) == _all.Length) Array.Resize(ref _all, _all.Length * 2);
        return index;
    }

    public void Free(int index)
    {
        ref var tunnel = ref _all[index];
        tunnel.Stage = TunnelStage.Free;
        tunnel.Life++;
        tunnel.NextFree = _free;
        _free = index;
    }
}
