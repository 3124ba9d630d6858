using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// A generation of a role's processes on a server: P processes × T threads of one version behind a bounded queue. A reload starts
/// the next generation; this one then takes nothing new, and each of its processes ends with the last request it holds.
/// </summary>
internal sealed class RoleNode(int index, ServerNode server, Role role, StationMeter meter) : IWorker
{
    public int[] Busy = [];

    /// <summary>Memory each process has leaked, KiB, and which are down: killed, or ended for good.</summary>
    public double[] LeakedKiB = [];
    public bool[] Down = [];

    /// <summary>When each process started, and the requests it has been done with since.</summary>
    public long[] StartedNs = [];
    public int[] Served = [];

    /// <summary>Since when each process that holds requests has been done with none.</summary>
    public long[] QuietNs = [];

    /// <summary>Connections that last, which each process holds.</summary>
    public int[] Tunnels = [];

    /// <summary>Each process's mutex, and who waits for it.</summary>
    public bool[] MutexHeld = [];
    public RequestList[] MutexQueue = [];

    /// <summary>Of each process that runs an event loop: it works for somebody, and who waits for it.</summary>
    public bool[] LoopBusy = [];
    public RequestList[] Loop = [];
    public RequestList Queue = new();

    /// <summary>Class by class; empty: nobody has been here.</summary>
    public BulkheadLine[] Bulkheads = [];
    public readonly Warmth Warmth = new();
    private RoleState _shape = null!;

    public int Index { get; } = index;

    public ServerNode Server { get; } = server;

    public Role Role { get; } = role;

    public int Level { get; } = role.Level();

    /// <summary>Of the role on this server: one for all its generations.</summary>
    public StationMeter Meter { get; } = meter;

    /// <summary>Number among its server's generations, from 1.</summary>
    public int Generation { get; private set; }

    public VersionFacts Version { get; set; } = null!;

    /// <summary>
    /// Index among its server's application ports: of an application role the one it listens on, of a web role the one it hands
    /// requests on to.
    /// </summary>
    public int Port { get; private set; }

    /// <summary>Replaced: takes nothing new.</summary>
    public bool Retired { get; set; }

    /// <summary>Nothing listens: its processes are being restarted.</summary>
    public bool Closed { get; set; }

    /// <summary>Log of each request, KiB; 0 also where the server's disk has no end.</summary>
    public double LogKiB { get; private set; }

    /// <summary>As it was seen last; null: never yet.</summary>
    public RoleTelemetry? Seen { get; set; }

    public string ServerId => Server.Id;

    public string VersionName => Version.Version;

    public bool Holds => Meter.Inside.Value > 0 && Array.Exists(Busy, busy => busy > 0);

    public int Processes => _shape.Processes;

    public int Threads => _shape.Threads;

    public int QueueLimit => _shape.QueueLimit;

    public bool RunsToCompletion => _shape.Discipline == Discipline.RunToCompletion;

    /// <summary>How long it waits for the application; 0: as long as it takes.</summary>
    public long ResponseTimeoutNs => _shape.ResponseTimeoutNs;

    /// <summary>How long it keeps a connection nobody uses; 0: as long as the balancer does.</summary>
    public long IdleTimeoutNs => _shape.IdleTimeoutNs;

    /// <summary>Connections that last, which each of its processes may hold; 0: any number.</summary>
    public int ConnectionLimit => _shape.Connections;

    public bool StopsOnAbort => _shape.OnAbort == OnAbort.Stop;

    public bool SkipsOnAbort => _shape.OnAbort == OnAbort.Skip;

    /// <summary>Connections that last, of all its processes.</summary>
    public int Held
    {
        get
        {
            var held = 0;
            for (var process = 0; process < Processes; process++) held += Tunnels[process];
            return held;
        }
    }

    /// <summary>Requests that wait for their event loop.</summary>
    public int InLoops
    {
        get
        {
            if (!RunsToCompletion) return 0;
            var waiting = 0;
            for (var process = 0; process < Processes; process++) waiting += Loop[process].Count;
            return waiting;
        }
    }

    /// <summary>Memory of one process before it leaks.</summary>
    public int ProcessMiB => _shape.ProcessMiB + _shape.Threads * _shape.ThreadMiB;

    /// <summary>By process.</summary>
    public ReadOnlySpan<int> BusyThreads => Busy.AsSpan(0, Processes);

    public int Running
    {
        get
        {
            var running = 0;
            for (var process = 0; process < Processes; process++)
                if (!Down[process]) running++;
            return running;
        }
    }

    public double MemoryMiB
    {
        get
        {
            double leaked = 0;
            for (var process = 0; process < Processes; process++) leaked += LeakedKiB[process];
            return (double)Running * ProcessMiB + leaked / 1024;
        }
    }

    /// <summary>What a process takes, with what it has leaked; 0 while it is down.</summary>
    public double ProcessMemoryMiB(int process) => Down[process] ? 0 : ProcessMiB + LeakedKiB[process] / 1024;

    /// <summary>A new generation: nothing held, nothing leaked.</summary>
    public void Begin(int generation, RoleState shape, VersionFacts version, int port)
    {
        (Generation, _shape, Version, Port, Retired) = (generation, shape, version, port, false);
        Warmth.Cold = shape.Cold;
        if (shape.Processes > Busy.Length) MakeRoom(shape.Processes);
        LogAsTheDiskSays();
        Fresh();
    }

    public void LogAsTheDiskSays() => LogKiB = Server.Disk.Limited ? _shape.LogKiB : 0;

    /// <summary>All its processes have restarted.</summary>
    public void Fresh()
    {
        Array.Clear(LeakedKiB);
        Array.Clear(Down);
        Closed = false;
        Server.MemoryChanges();
    }

    /// <summary>A process loses memory for good.</summary>
    public void Leak(int process, double kib)
    {
        if (kib == 0) return;
        LeakedKiB[process] += kib;
        Server.MemoryChanges();
    }

    public bool Contends => _shape.Sigma > 0 || _shape.Kappa > 0;

    /// <summary>How much longer work takes with so many cores at it (Universal Scalability Law).</summary>
    public double Slowdown(double cores) =>
        cores <= 1 ? 1 : 1 + _shape.Sigma * (cores - 1) + _shape.Kappa * cores * (cores - 1);

    /// <summary>A thread of a process has a request.</summary>
    public void Hold(int process, long now)
    {
        if (Busy[process]++ == 0) QuietNs[process] = now;
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

    /// <summary>The process with the fewest connections that last which may hold one more; −1: none.</summary>
    public int EmptiestProcess()
    {
        var best = -1;
        var least = ConnectionLimit == 0 ? int.MaxValue : ConnectionLimit;
        for (var process = 0; process < Processes; process++)
        {
            if (Tunnels[process] >= least || Down[process]) continue;
            least = Tunnels[process];
            best = process;
        }

        return best;
    }

    private void MakeRoom(int processes)
    {
        var before = Busy.Length;
        Array.Resize(ref Busy, processes);
        Array.Resize(ref LeakedKiB, processes);
        Array.Resize(ref Down, processes);
        Array.Resize(ref StartedNs, processes);
        Array.Resize(ref QuietNs, processes);
        Array.Resize(ref Served, processes);
        Array.Resize(ref Tunnels, processes);
        Array.Resize(ref MutexHeld, processes);
        Array.Resize(ref LoopBusy, processes);
        Array.Resize(ref MutexQueue, processes);
        Array.Resize(ref Loop, processes);
        MutexQueue.AsSpan(before).Fill(new RequestList());
        Loop.AsSpan(before).Fill(new RequestList());
        Warmth.MakeRoom(processes);
    }
}
