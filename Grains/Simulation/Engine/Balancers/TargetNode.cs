using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>A server as a target.</summary>
internal sealed class TargetNode(int index, ServerNode server)
{
    /// <summary>Of its weight, while its slow start begins: nothing would never end.</summary>
    private const double LeastShare = 0.01;

    /// <summary>As it was seen last; null: never yet.</summary>
    private TargetTelemetry? _seen;

    public int Index { get; } = index;

    public ServerNode Server { get; } = server;

    public bool Serving { get; set; }

    public int Weight { get; set; } = 1;

    public long SlowFrom { get; set; }

    public long SlowUntil { get; set; }

    /// <summary>Its credit in the smooth weighted round robin.</summary>
    public double Credit { get; set; }

    public int Outstanding { get; set; }

    /// <summary>Connections that last, which lead to it.</summary>
    public int Tunnels { get; set; }

    /// <summary>Connections it has of the balancer.</summary>
    public int Held => Outstanding + Tunnels;

    /// <summary>It drains, and those whose cookie names it still come.</summary>
    public bool Keeps { get; set; }

    /// <summary>Cookies that name it, when they were last counted.</summary>
    public int Sessions { get; set; }

    /// <summary>The request that is dealt now was there already.</summary>
    public bool PassedOver { get; set; }

    public FailureWatch Watch { get; } = new();

    public IdleConnections Idle { get; } = new();

    public int WindowFailed { get; set; }

    public int LastFailed { get; set; }

    public int WindowArrived { get; set; }

    public int LastArrived { get; set; }

    /// <summary>The same one as long as nothing has changed.</summary>
    public TargetTelemetry Telemetry()
    {
        if (_seen is { } seen && (seen.Outstanding, seen.Arrived, seen.Failed, seen.Tripped, seen.Sessions, seen.Connections)
            == (Held, LastArrived, LastFailed, Watch.Tripped, Sessions, Tunnels))
            return seen;
        return _seen = new TargetTelemetry(
            Server.Id, Held, LastArrived, LastFailed, Watch.Tripped, Sessions, Tunnels);
    }

    public void RollWindow()
    {
        LastArrived = WindowArrived;
        WindowArrived = 0;
        LastFailed = WindowFailed;
        WindowFailed = 0;
    }

    /// <summary>While it starts slowly it climbs linearly to its weight.</summary>
    public double WeightAt(long now) => now >= SlowUntil
        ? Weight
        : Weight * Math.Max(LeastShare, (now - SlowFrom) / (double)(SlowUntil - SlowFrom));
}
