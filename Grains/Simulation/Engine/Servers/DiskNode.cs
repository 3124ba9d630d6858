namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A server's disk as the engine knows it: what its roles log of each request fills it.</summary>
internal sealed class DiskNode(int diskMiB, int keepMiB)
{
    private double _sizeKiB = diskMiB * 1024.0;
    private double _keepKiB = keepMiB * 1024.0;
    private double _usedKiB;

    /// <summary>It has a size; otherwise it never fills.</summary>
    public bool Limited => _sizeKiB > 0;

    public bool Full => Limited && _usedKiB >= _sizeKiB;

    /// <summary>0–1.</summary>
    public double Share => Limited ? _usedKiB / _sizeKiB : 0;

    /// <summary>How many times as much is logged as usual.</summary>
    public double Flood { get; set; } = 1;

    public void Log(double kib)
    {
        _usedKiB = Math.Min(_usedKiB + kib * Flood, _sizeKiB);
        Rotate();
    }

    public void Clear() => _usedKiB = 0;

    /// <summary>What is on it stays; 0: endless, and then nobody counts what is on it.</summary>
    public void Resize(int mebibytes)
    {
        _sizeKiB = mebibytes * 1024.0;
        _usedKiB = Math.Min(_usedKiB, _sizeKiB);
    }

    /// <summary>Only the last so many MiB of logs are kept; 0: all.</summary>
    public void Keep(int keep)
    {
        _keepKiB = keep * 1024.0;
        Rotate();
    }

    private void Rotate()
    {
        if (_keepKiB > 0 && _usedKiB > _keepKiB) _usedKiB = _keepKiB;
    }
}
