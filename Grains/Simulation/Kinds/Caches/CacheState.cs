using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>A cache's policy.</summary>
/// <param name="Jitter">An entry lives TTL × (1 ± jitter).</param>
/// <param name="SingleFlight">One miss of a key goes on, the others wait for its answer.</param>
/// <param name="InvalidateOnWrite">A write drops its key.</param>
/// <param name="Cached">Classes whose reads look there first.</param>
/// <param name="Warming">Keys the warm-up under way was to load; 0: there is none.</param>
/// <param name="ReadyNs">It is being set up until then, and nobody asks it; 0: it serves.</param>
/// <param name="Leaving">Somebody has given it up in this tick.</param>
/// <param name="RevalidateNs">An entry expired for less is served while it is fetched anew; 0: never.</param>
[GenerateSerializer, Immutable]
public sealed record CacheState(
    string Id,
    int Capacity,
    long TtlNs,
    double Jitter,
    bool SingleFlight,
    bool InvalidateOnWrite,
    ImmutableArray<string> Cached,
    int Warming = 0,
    long NanoDollarsPerHour = 0,
    long ReadyNs = 0,
    bool Leaving = false,
    long RevalidateNs = 0) : IComponent
{
    public static ComponentKind Kind { get; } = new("cache", 40);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Capacity);
        hash.Add(TtlNs);
        hash.Add(Jitter);
        hash.Add(SingleFlight);
        hash.Add(InvalidateOnWrite);
        hash.Add(Cached.Length);
        foreach (var each in Cached) hash.Add(each);
        hash.Add(Warming);
        hash.Add(NanoDollarsPerHour);
        hash.Add(ReadyNs);
        hash.Add(Leaving);
        hash.Add(RevalidateNs);
    }
}
