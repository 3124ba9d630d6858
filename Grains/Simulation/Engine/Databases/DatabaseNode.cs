using OpsGame.Simulation.Engine.Servers;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// One server of the database, the primary or a replica: connections, work slots, and which keys its buffer holds.
/// </summary>
internal sealed class DatabaseNode(int index, RoleNode role, int bufferedKeys, int slots)
{
    private readonly double _slotsPerCore = slots / (double)role.Server.Cores;

    /// <summary>In which of its starts a key was last read from disk; no entries: reads from disk take no time.</summary>
    private readonly int[] _readIn = new int[bufferedKeys];
    private int _starts;

    public RequestList SlotQueue = new();

    public int BufferedKeys => _readIn.Length;

    /// <summary>It has all data: it answers, and may become primary.</summary>
    public bool Synced { get; set; }

    /// <summary>It is a node of the database no longer; what it has under way it may finish.</summary>
    public bool Gone { get; set; }

    public int Index { get; } = index;

    public RoleNode Role { get; } = role;

    /// <summary>Open ones: pooled, idle or not, and every call that opened its own.</summary>
    public int Connections { get; set; }

    /// <summary>As many as there may be; more only while a lowered limit finds more open.</summary>
    public int Ceiling { get; set; }

    /// <summary>Transactions that may work at one time.</summary>
    public int Slots { get; private set; } = slots;

    public int BusySlots { get; set; }

    /// <summary>Its processes run.</summary>
    public bool Up { get; private set; }

    /// <summary>Keys its buffer holds.</summary>
    public int WarmKeys { get; private set; }

    /// <summary>An empty buffer.</summary>
    public void Start()
    {
        Up = true;
        _starts++;
        WarmKeys = 0;
    }

    public void Stop() => Up = false;

    /// <summary>Its server has other cores: as many slots for each as before.</summary>
    public void Resize() => Slots = SlotsOn(Role.Server);

    public int SlotsOn(ServerNode server) => Math.Max(1, (int)(_slotsPerCore * server.Cores + 0.5));

    /// <summary>True: the key must come from disk; from now on the buffer has it.</summary>
    public bool Misses(int key)
    {
        if (_readIn[key] == _starts) return false;
        _readIn[key] = _starts;
        WarmKeys++;
        return true;
    }
}
