using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>A server as the engine knows it: cores with one FIFO run queue for all its roles.</summary>
internal sealed class ServerNode(string id, RackNode rack, int cores)
{
    public readonly RoleStation?[] Roles = new RoleStation?[3];
    public readonly double[] VersionFactors = [1, 1, 1];
    public RequestList RunQueue = new();
    public OverTime BusyCores;
    private long _busyAtWindow;

    public string Id { get; } = id;

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

    /// <summary>Memory its version's application processes keep of every request, KiB.</summary>
    public double LeakKiB { get; set; }

    /// <summary>Ran once: from then on users know of it.</summary>
    public bool Joined { get; private set; }

    /// <summary>Removed: it stands nowhere any more.</summary>
    public bool Gone { get; set; }

    public bool Hung { get; set; }

    public double Slow { get; set; } = 1;

    public double ErrorRate { get; set; }

    /// <summary>While everything on it is being cut nobody is woken only to be cut as well.</summary>
    public bool Cutting { get; set; }

    public double CpuShare { get; private set; }

    public void RollWindow(long now, long windowNs)
    {
        BusyCores.Settle(now);
        CpuShare = (BusyCores.Area - _busyAtWindow) / (double)windowNs / Cores;
        _busyAtWindow = BusyCores.Area;
    }
}

/// <summary>A role on a server: processes × threads behind a bounded queue.</summary>
internal sealed class RoleStation(int index, ServerNode server, RoleState role, StationMeter meter)
{
    public readonly int[] Busy = new int[Limits.Processes];

    /// <summary>Memory each process has leaked, KiB, and which are down.</summary>
    public readonly double[] LeakedKiB = new double[Limits.Processes];
    public readonly bool[] Down = new bool[Limits.Processes];

    /// <summary>Connections of each process's pool in use, and who waits for one.</summary>
    public readonly int[] PoolBusy = new int[Limits.Processes];
    public readonly RequestList[] PoolQueue = NewLists();

    /// <summary>Each process's mutex, and who waits for it.</summary>
    public readonly bool[] MutexHeld = new bool[Limits.Processes];
    public readonly RequestList[] MutexQueue = NewLists();
    public RequestList Queue = new();
    public RequestList Stuck = new();

    /// <summary>Around the calls it makes; null: none.</summary>
    public CircuitBreaker? Breaker { get; set; }

    public int Index { get; } = index;

    public ServerNode Server { get; } = server;

    public Role Role { get; } = role.Role;

    public StationMeter Meter { get; } = meter;

    public int Processes { get; private set; } = role.Processes;

    public int Threads { get; private set; } = role.Threads;

    public int QueueLimit { get; private set; } = role.QueueLimit;

    /// <summary>All its processes have started anew.</summary>
    public void Fresh()
    {
        Array.Clear(LeakedKiB);
        Array.Clear(Down);
    }

    /// <summary>How much longer work takes with so many cores at it (Universal Scalability Law).</summary>
    public double Slowdown(int working) => 1 + role.Sigma * (working - 1) + role.Kappa * working * (working - 1);

    public void Resize(RoleState to) => (Processes, Threads, QueueLimit) = (to.Processes, to.Threads, to.QueueLimit);

    private static RequestList[] NewLists()
    {
        var lists = new RequestList[Limits.Processes];
        Array.Fill(lists, new RequestList());
        return lists;
    }

    /// <summary>The process with the fewest busy threads that has one free; −1: none.</summary>
    public int FreeProcess()
    {
        var best = -1;
        var least = Threads;
        for (var process = 0; process < Processes; process++)
        {
            if (Busy[process] >= least || Down[process]) continue;
            least = Busy[process];
            best = process;
            if (least == 0) break;
        }

        return best;
    }
}
