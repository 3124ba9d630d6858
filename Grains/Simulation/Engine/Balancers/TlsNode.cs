using OpsGame.Simulation.Kinds.Certificates;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>The balancer's cores for handshakes: one queue, first come first served.</summary>
internal sealed class TlsNode(TlsSpec spec, string balancer)
{
    public RequestList Queue = new();
    public RateGate Gate = new() { PerSecond = spec.HandshakeLimit };

    public string Id { get; } = $"{balancer}/tls";

    public int Cores => spec.Cores;

    /// <summary>No more may wait: what comes is dropped.</summary>
    public bool Full => Queue.Count >= spec.Backlog;

    /// <summary>Cores at work.</summary>
    public OverTime Working;

    public int Busy => Working.Value;

    public StationMeter Meter { get; } = new($"{balancer}/tls");

    public void ResetMeters(long now)
    {
        Meter.Reset(now);
        Working.Reset(now);
    }

    public StationReport Report(long now)
    {
        Working.Settle(now);
        return Meter.Report(now, Cores, Working.Area);
    }
}
