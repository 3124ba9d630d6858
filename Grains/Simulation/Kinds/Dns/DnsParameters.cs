using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>What actions name that has to do with DNS.</summary>
public static class DnsParameters
{
    /// <summary>Where users may be sent: a server, the balancer, the edge.</summary>
    public static ParameterKind Address { get; } = new("address");
}
