using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Scenarios;

/// <summary>
/// One-way delays. Defaults 10 ms user ↔ balancer, 0.2 ms same rack, 0.5 ms other rack, 1.5 ms other zone; all 0 for a naked
/// station.
/// </summary>
/// <param name="KeepAliveNs">A user's connection stays open this long after the last request was sent or answered on it; default
/// 75 s (nginx's keepalive_timeout).</param>
public sealed record NetworkSpec(
    long InternetNs, long SameRackNs, long OtherRackNs, long KeepAliveNs = 75 * Nanoseconds.PerSecond,
    long OtherZoneNs = 1_500_000);
