using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>A balancer's limits; by default none.</summary>
/// <param name="SlowStartNs">A target that becomes healthy climbs linearly to its weight over it (nginx slow_start), up to 900 s;
/// 0: at once.</param>
/// <param name="Connections">Requests a target may have (HAProxy maxconn), up to 100 000; 0: any number.</param>
/// <param name="Queue">Requests that may wait for a target with room, up to 200 000; beyond it they are answered 503; default
/// 1000.</param>
/// <param name="QueueTimeoutNs">A waiting one is answered 503 after it (HAProxy timeout queue); 0: never; default 5 s.</param>
/// <param name="Shed">Outstanding requests from which the least important classes are answered 503; 0: never.</param>
[GenerateSerializer, Immutable]
public sealed record BalancerLimits(long SlowStartNs, int Connections, int Queue, long QueueTimeoutNs, int Shed)
{
    public static readonly BalancerLimits None = new(0, 0, 1_000, 5 * Nanoseconds.PerSecond, 0);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(SlowStartNs);
        hash.Add(Connections);
        hash.Add(Queue);
        hash.Add(QueueTimeoutNs);
        hash.Add(Shed);
    }
}
