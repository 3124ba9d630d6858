using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A server as the engine knows it: cores that all its roles share, and who listens at its door.</summary>
internal sealed class ServerNode(string id, RackNode rack, int cores, DiskNode disk)
{
    /// <summary>Of each role the generation of processes that takes new requests.</summary>
    public readonly RoleNode?[] Roles = new RoleNode?[3];

    /// <summary>
    /// The generation that listens on each of its application ports; requests go to the one that is a role's, too.
    /// </summary>
    public readonly RoleNode?[] Ports = new RoleNode?[PortState.Count];

    /// <summary>Generations that were replaced and still finish what they hold.</summary>
    public readonly List<RoleNode> Retired = [];

    /// <summary>Generations that have ended: the next one of their role is made of them.</summary>
    public readonly List<RoleNode> Ended = [];

    /// <summary>Its checks of itself that have finished in this tick.</summary>
    public readonly List<CheckResult> Checks = [];
    private static readonly RoleNode[] Nobody = [];
    private double _busyAtWindow;
    private double? _memoryMiB;

    /// <summary>As it was seen last; null: never yet.</summary>
    public ServerTelemetry? Seen { get; set; }

    public string Id { get; } = id;

    /// <summary>Around the calls of its web and of its application role; null: none.</summary>
    public CircuitBreaker?[] Breakers { get; init; } = new CircuitBreaker?[2];

    public RackNode Rack { get; set; } = rack;

    public CoreShares Shares { get; } = new(cores);

    public int Cores => Shares.Cores;

    /// <summary>Free threads take who came last.</summary>
    public bool Lifo { get; set; }

    /// <summary>Its place among the servers.</summary>
    public int Index { get; init; }

    /// <summary>How often it lost all its connections.</summary>
    public int Incarnation { get; set; }

    public DiskNode Disk { get; } = disk;

    /// <summary>The application beside the one that serves.</summary>
    public RoleNode? Beside
    {
        get
        {
            foreach (var station in Ports)
                if (station is not null && station != Roles[(int)Role.App]) return station;
            return null;
        }
    }

    /// <summary>Generations that take no new requests from outside; mostly there are none.</summary>
    public IEnumerable<RoleNode> Others => Beside is { } beside ? Retired.Append(beside) : Retired.Count > 0 ? Retired : Nobody;

    public Reachability Reachability
    {
        get;
        set
        {
            field = value;
            Joined |= value == Reachability.Accepting;
        }
    }

    /// <summary>Bit by bit the <see cref="Sender"/>s whose requests a firewall drops; what it answers passes.</summary>
    public int Dropped { get; private set; }

    /// <summary>Processes of that role run here, or would.</summary>
    public bool Has(Role role) => Roles[role.Level()]?.Role == role;

    public bool Drops(Sender from) => (Dropped & (1 << (int)from)) != 0;

    public void Drop(Sender from, bool drops)
    {
        var bit = 1 << (int)from;
        Dropped = drops ? Dropped | bit : Dropped & ~bit;
    }

    /// <summary>Bit by bit the classes whose source it blocks.</summary>
    public int Blocked { get; set; }

    /// <summary>Ran once: from then on users know of it.</summary>
    public bool Joined { get; private set; }

    /// <summary>Removed: it stands nowhere any more.</summary>
    public bool Gone { get; set; }

    public bool Hung { get; set; }

    public double Slow { get; set; } = 1;

    /// <summary>While everything on it is being cut, no waiting request is woken only to be cut.</summary>
    public bool Cutting { get; set; }

    /// <summary>While what is done on it takes its next step, the next event need not be found anew each time.</summary>
    public bool Stepping { get; set; }

    /// <summary>Threads that wait for a core, or for their event loop.</summary>
    public int RunQueue
    {
        get
        {
            var waiting = Shares.Queued;
            foreach (var role in Roles) waiting += role?.InLoops ?? 0;
            foreach (var role in Others) waiting += role.InLoops;
            return waiting;
        }
    }

    /// <summary>What all processes on it take.</summary>
    public double MemoryMiB => _memoryMiB ??= SumOfMemory();

    /// <summary>A process has begun, ended or lost memory.</summary>
    public void MemoryChanges() => _memoryMiB = null;

    /// <summary>What all processes on it take, counted anew.</summary>
    public double SumOfMemory()
    {
        double taken = 0;
        foreach (var role in Roles) taken += role?.MemoryMiB ?? 0;
        foreach (var role in Others) taken += role.MemoryMiB;
        return taken;
    }

    public double CpuShare { get; private set; }

    /// <summary>Generations started here so far; numbers them.</summary>
    public int Generations { get; set; }

    /// <summary>While nothing runs on it: it has so many cores, and its disk's room, from now on.</summary>
    public void Resize(ServerSize size)
    {
        Shares.Cores = size.Cores;
        Disk.Resize(size.DiskMiB);
        foreach (var station in Roles) station?.LogAsTheDiskSays();
    }

    public void RollWindow(long now, long windowNs)
    {
        Shares.Advance(now);
        CpuShare = (Shares.Busy - _busyAtWindow) / windowNs / Cores;
        _busyAtWindow = Shares.Busy;
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add((long)Shares.Runnable);
        hash.Add(Shares.Busy);
        hash.Add((long)Rack.Index);
        hash.Add((long)Generations);
        hash.Add(Disk.Share);
        foreach (var role in Others) hash.Add((long)role.Running);
    }
}
