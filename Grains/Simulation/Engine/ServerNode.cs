namespace OpsGame.Simulation.Engine;

/// <summary>A server as the engine knows it: cores with one FIFO run queue for all its roles.</summary>
internal sealed class ServerNode(string id, RackNode rack, int cores)
{
    /// <summary>Of each role the generation of processes that takes new requests.</summary>
    public readonly RoleStation?[] Roles = new RoleStation?[3];

    /// <summary>Generations that were replaced and still finish what they hold.</summary>
    public readonly List<RoleStation> Retired = [];

    /// <summary>Generations that have ended: the next one of their role is made of them.</summary>
    public readonly List<RoleStation> Ended = [];
    public RequestList RunQueue = new();
    public OverTime BusyCores;
    private long _busyAtWindow;

    public string Id { get; } = id;

    /// <summary>Around the calls of its web and of its application role; null: none.</summary>
    public CircuitBreaker?[] Breakers { get; init; } = new CircuitBreaker?[2];

    public RackNode Rack { get; } = rack;

    public int Cores { get; } = cores;

    public int FreeCores { get; set; } = cores;

    public Reachability Reachability
    {
        get;
        set
        {
            field = value;
            Joined |= value == Reachability.Accepting;
        }
    }

    /// <summary>A firewall drops what is sent to it; what it answers passes.</summary>
    public bool Firewalled { get; set; }

    /// <summary>Ran once: from then on users know of it.</summary>
    public bool Joined { get; private set; }

    /// <summary>Removed: it stands nowhere any more.</summary>
    public bool Gone { get; set; }

    public bool Hung { get; set; }

    public double Slow { get; set; } = 1;

    /// <summary>While everything on it is being cut nobody is woken only to be cut as well.</summary>
    public bool Cutting { get; set; }

    public double CpuShare { get; private set; }

    /// <summary>Generations started here so far; numbers them.</summary>
    public int Generations { get; set; }

    public void RollWindow(long now, long windowNs)
    {
        BusyCores.Settle(now);
        CpuShare = (BusyCores.Area - _busyAtWindow) / (double)windowNs / Cores;
        _busyAtWindow = BusyCores.Area;
    }
}
