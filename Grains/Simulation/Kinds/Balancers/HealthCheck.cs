using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Balancers;

public enum CheckPath
{
    /// <summary>The web server answers alone.</summary>
    Shallow,

    /// <summary>Through web and application server to the database.</summary>
    Deep,
}

/// <summary>Defaults: shallow, every 30 s, timeout 5 s, 2 failures out, 5 successes in.</summary>
[GenerateSerializer, Immutable]
public sealed record HealthCheck(
    CheckPath Path,
    long IntervalNs,
    long TimeoutNs,
    int UnhealthyAfter,
    int HealthyAfter)
{
    /// <summary>A check is over before the next one begins; no file and no command may say otherwise.</summary>
    public bool EndsInTime => TimeoutNs < IntervalNs;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Path);
        hash.Add(IntervalNs);
        hash.Add(TimeoutNs);
        hash.Add(UnhealthyAfter);
        hash.Add(HealthyAfter);
    }
}

public enum TargetHealth
{
    /// <summary>New: its first good probe makes it healthy.</summary>
    Initial,
    Healthy,
    Unhealthy,
}

public enum ProbeResult
{
    None,
    Ok,
    Failed,
    Timeout,
}
