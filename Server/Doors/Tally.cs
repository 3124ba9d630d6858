namespace OpsGame.Server.Doors;

/// <summary>How many of something each address has open; whoever has none is forgotten.</summary>
internal sealed class Tally(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>False: this address has as many as it may have.</summary>
    public bool Enter(string address)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(address);
            if (open >= most) return false;
            _open[address] = open + 1;
            return true;
        }
    }

    public void Leave(string address)
    {
        lock (_gate)
        {
            if (_open[address] == 1) _open.Remove(address);
            else _open[address]--;
        }
    }
}
