using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>What became of a class's requests in the second that is running.</summary>
internal sealed class ClassWindow
{
    private Histogram _latencies = new();
    private int _answered;
    private int _within;

    public int Offered { get; set; }

    public int Failed { get; set; }

    public void Answer(long latencyNs, bool within)
    {
        _answered++;
        _latencies.Add(latencyNs);
        if (within) _within++;
    }

    /// <summary>It is over.</summary>
    public ClassTelemetry End(string id)
    {
        var last = new ClassTelemetry(id, Offered, _answered, Failed, _latencies.Percentiles(), _within);
        (Offered, _answered, _within, Failed) = (0, 0, 0, 0);
        _latencies.Clear();
        return last;
    }
}
