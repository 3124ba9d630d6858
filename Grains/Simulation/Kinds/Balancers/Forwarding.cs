using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>How a balancer passes requests on: how long it waits, when it tries again, whom it leaves out.</summary>
/// <param name="ResponseTimeoutNs">It waits so long for an answer, from when it sends the request on, and then answers 504; 0: as
/// long as it takes.</param>
/// <param name="IdleTimeoutNs">It keeps a connection to a target that nobody uses so long; 0: connections play no part.</param>
/// <param name="Sticky">Of requests that come from browsers.</param>
/// <param name="StickyNs">A cookie is good so long after it was last used, up to 7 days; default one day.</param>
[GenerateSerializer, Immutable]
public sealed record Forwarding(
    long ResponseTimeoutNs, long IdleTimeoutNs, RetryPolicy Retry, EjectionPolicy Ejection, Stickiness Sticky = Stickiness.None,
    long StickyNs = 86_400 * Nanoseconds.PerSecond)
{
    public static readonly Forwarding None = new(0, 0, RetryPolicy.None, EjectionPolicy.None);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(ResponseTimeoutNs);
        hash.Add(IdleTimeoutNs);
        Retry.AddTo(ref hash);
        Ejection.AddTo(ref hash);
        hash.Add((long)Sticky);
        hash.Add(StickyNs);
    }
}
