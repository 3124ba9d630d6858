using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>How a version gets onto the servers.</summary>
public enum Strategy
{
    /// <summary>One fraction after another is detached, drained, installed, started, checked and attached again.</summary>
    InPlace,

    /// <summary>In place, one server after another.</summary>
    Rolling,

    /// <summary>In place, first one server alone, watched; then the rest by fractions.</summary>
    Canary,

    /// <summary>All at once: nobody serves meanwhile, and never two versions.</summary>
    Recreate,

    /// <summary>A whole new group beside the old one; the traffic moves over; the old group is removed.</summary>
    BlueGreen,

    /// <summary>
    /// The version starts on the other port of the same server; its proxy is switched over; the old processes end.
    /// </summary>
    InServer,

    /// <summary>Servers are replaced by new ones, a few at a time: max surge and max unavailable (Kubernetes).</summary>
    Replace,
}

/// <summary>What was asked for.</summary>
/// <param name="Fraction">Of the serving servers in a batch, 0.05–1.</param>
/// <param name="Restarts">In a server: the proxy restarts (requests in flight are cut) instead of reloading.</param>
/// <param name="ShutdownNs">In a server: what old processes still hold after it is cut; 0: the scenario's worker shutdown
/// timeout.</param>
/// <param name="BySteps">Blue/green: 10 %, 50 %, 100 % of the traffic instead of all of it at once, each watched for the bake
/// time.</param>
/// <param name="KeepsOld">Blue/green: the old group stays, for a quick way back.</param>
/// <param name="MaxErrors">
/// Share 0–1 of the answers of servers that run the new version: more errors than chance explains roll it back
/// (<see cref="Gate"/>); 1: never. Requests that were refused or cut got no answer and do not count.
/// </param>
/// <param name="MaxLatencyNs">
/// Likewise a 95th percentile of those answers above this, measured at the server; 0: never. Harm the version does elsewhere, to
/// the database for one, shows here.
/// </param>
/// <param name="Surge">Replace: so many servers more than there should be, 0–100.</param>
/// <param name="Unavailable">Replace: so many of those there should be may be missing, 0–100.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutOptions(
    Strategy Strategy, double Fraction, long DrainNs, long BakeNs, bool Restarts, long ShutdownNs, bool BySteps, bool KeepsOld,
    double MaxErrors, long MaxLatencyNs, int Surge = 0, int Unavailable = 0)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Strategy);
        hash.Add(Fraction);
        hash.Add(DrainNs);
        hash.Add(BakeNs);
        hash.Add(Restarts);
        hash.Add(ShutdownNs);
        hash.Add(BySteps);
        hash.Add(KeepsOld);
        hash.Add(MaxErrors);
        hash.Add(MaxLatencyNs);
        // only where they are set: systems of before that was possible keep their hash
        if (Surge > 0) hash.Add(Surge);
        if (Unavailable > 0) hash.Add(-Unavailable);
    }
}
