using OpsGame.Simulation.Chance;
namespace OpsGame.Simulation.Kinds.Breakers;

/// <summary>A circuit breaker around the calls of one server; defaults as resilience4j's count-based window.</summary>
/// <param name="FailedShare">0.01–1: it opens when so large a share of the last calls failed; default 0.5.</param>
/// <param name="Window">Calls it looks back on, 1–1000; default 100.</param>
/// <param name="LeastCalls">It never opens on fewer, 1–Window; default 100.</param>
/// <param name="OpenNs">How long it lets nothing through; default 60 s.</param>
/// <param name="SlowNs">A call that takes longer counts as slow, 1 ms – 600 s; 0: none does. resilience4j: 60 s.</param>
/// <param name="SlowShare">0.01–1: it opens when so large a share of the last calls was slow; default 1.</param>
/// <param name="Tries">Calls that then go out and decide, 1–Window; default 10.</param>
[GenerateSerializer, Immutable]
public sealed record BreakerSpec(
    double FailedShare = 0.5, int Window = 100, int LeastCalls = 100, long OpenNs = 60_000_000_000, int Tries = 10,
    long SlowNs = 0, double SlowShare = 1)
{
    /// <summary>It cannot wait for more calls than it looks back on; no file and no command may say otherwise.</summary>
    public bool HoldsEnough => Math.Max(LeastCalls, Tries) <= Window;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(FailedShare);
        hash.Add(Window);
        hash.Add(LeastCalls);
        hash.Add(OpenNs);
        hash.Add(Tries);
        hash.Add(SlowNs);
        hash.Add(SlowShare);
    }
}
