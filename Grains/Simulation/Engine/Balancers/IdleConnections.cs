namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>Connections to a target that nobody uses now; the one used last is used first, as nginx and Envoy do it.</summary>
internal sealed class IdleConnections
{
    private long[] _since = new long[16];
    private int _count;
    private int _incarnation;

    /// <param name="incarnation">Of the server: with its processes go their connections.</param>
    public void Put(long now, int incarnation)
    {
        if (_incarnation != incarnation) (_incarnation, _count) = (incarnation, 0);
        if (_count == _since.Length) Array.Resize(ref _since, 2 * _since.Length);
        _since[_count++] = now;
    }

    /// <summary>How long the one that is taken was idle; −1: there is none that nobody has closed yet.</summary>
    /// <param name="keptNs">The balancer knows of none that were idle longer.</param>
    public long Take(long now, long keptNs, int incarnation)
    {
        if (_count == 0 || _incarnation != incarnation) return -1;
        var idle = now - _since[--_count];
        if (idle < keptNs) return idle;
        // whatever lies below was idle even longer
        _count = 0;
        return -1;
    }
}
