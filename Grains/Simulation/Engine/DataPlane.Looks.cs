using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;

namespace OpsGame.Simulation.Engine;

/// <summary>What somebody who looks closely sees. Nothing is recorded while nobody does, and looking changes nothing.</summary>
internal sealed partial class DataPlane
{
    /// <summary>Locks on a screen, and who waits for each.</summary>
    private const int LocksShown = 12;
    private const int WaitersShown = 8;

    private AccessWatch? _accesses;
    private StatementWatch? _statements;

    /// <summary>Something is, because somebody looks.</summary>
    public bool Records => _accesses is not null || _statements is not null || _traces is { Watching: true };

    public void WatchAccesses(string component) => (_accesses ??= new AccessWatch()).Begin(component);

    public AccessExcerpt EndAccesses(string component)
    {
        if (_accesses!.End(component, _classes, out var excerpt)) _accesses = null;
        return excerpt;
    }

    public void WatchStatements() => _statements = new StatementWatch(_classes.Length, Now);

    public ImmutableArray<StatementLine> EndStatements()
    {
        var watch = _statements!;
        _statements = null;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase != Phase.Free && !request.Probe && request.Stays[(int)Role.Db].Station >= 0)
                watch.Running(request.Class, request.Write, request.Stays[(int)Role.Db], Now);
        }

        return watch.Lines(_classes);
    }

    public void WatchTraces() => (_traces ??= new TraceRecorder(_scenario, samples: false)).Watch();

    public ImmutableArray<Trace> EndTraces() => _traces!.EndWatch(Now);

    /// <summary>Threads that run or would like to, now.</summary>
    public double RunnableOn(string server)
    {
        var node = NodeOf(server);
        return node.CpuShare * node.Cores + node.RunQueue.Count;
    }

    public ImmutableArray<ProcessLine> Processes(string server)
    {
        var node = NodeOf(server);
        var lines = ImmutableArray.CreateBuilder<ProcessLine>();
        foreach (var station in node.Roles.OfType<RoleStation>().Concat(node.Others))
        {
            if (station.Closed) continue;
            for (var process = 0; process < station.Processes; process++)
            {
                if (station.Down[process] && station.Retired) continue;
                lines.Add(Line(station, process));
            }
        }

        return lines.ToImmutable();
    }

    private static ProcessLine Line(RoleStation station, int process)
    {
        var condition = station.Down[process] ? ProcessCondition.Down
            : station.Retired ? ProcessCondition.Old
            : station == station.Server.Beside ? ProcessCondition.Beside
            : ProcessCondition.Serving;
        return new ProcessLine(
            station.Role, station.Generation, process + 1, station.Role == Role.App ? PortState.NumberOf(station.Port) : 0,
            station.Version.Version, condition, station.Role == Role.Db ? station.Meter.Inside.Value : station.Busy[process],
            station.Role == Role.Db ? 0 : station.Threads,
            station.Down[process] ? 0 : station.ProcessMiB + station.LeakedKiB[process] / 1024, station.StartedNs[process],
            station.Served[process]);
    }

    /// <summary>Rows that somebody waits for, the longest queue first.</summary>
    public ImmutableArray<LockLine> RowLocks()
    {
        var locks = _database!.Locks;
        var keys = new SortedSet<int>();
        for (var slot = 0; slot < _pool.Used; slot++)
            if (_pool[slot].Phase == Phase.InLockQueue) keys.Add(_pool[slot].WaitsFor);
        return
        [
            .. keys.Select(key => LineOf(NameOfKey(key), locks.HolderOf(key), (int)Role.Db, locks.QueueOf(key)))
                .OrderByDescending(line => line.Waiters).Take(LocksShown),
        ];
    }

    /// <summary>The mutexes of a server's application processes that somebody waits for.</summary>
    public ImmutableArray<LockLine> Mutexes(string server)
    {
        var node = NodeOf(server);
        var lines = new List<LockLine>();
        foreach (var station in node.Roles.OfType<RoleStation>().Concat(node.Others).Where(station => station.Role == Role.App))
        {
            for (var process = 0; process < station.Processes; process++)
            {
                if (station.MutexQueue[process].Count > 0)
                    lines.Add(LineOf(
                        FormattableString.Invariant($"{server}/app/{process + 1}"), HolderOfMutex(station, process), (int)Role.App,
                        station.MutexQueue[process]));
            }
        }

        return [.. lines.OrderByDescending(line => line.Waiters).Take(LocksShown)];
    }

    private int HolderOfMutex(RoleStation station, int process)
    {
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request is { HoldsMutex: true } && request.Phase != Phase.Free && request.Stays[(int)Role.App].Station == station.Index
                && request.Stays[(int)Role.App].Process == process) return slot;
        }

        throw new InvalidOperationException("a mutex that is waited for has no holder");
    }

    private LockLine LineOf(string key, int holder, int role, RequestList waiters)
    {
        ref var request = ref _pool[holder];
        var stay = request.Stays[role];
        var state = request.Phase switch
        {
            Phase.InLockQueue => HolderState.Blocked,
            Phase.Hung => HolderState.Hung,
            Phase.InRunQueue or Phase.InSlotQueue or Phase.ReadingDisk => HolderState.Waiting,
            _ => HolderState.Working,
        };
        var queue = ImmutableArray.CreateBuilder<LockWaiter>();
        long longest = 0;
        for (var slot = waiters.First; slot != RequestPool.None; slot = _pool[slot].Next)
        {
            var waited = Now - _pool[slot].Stays[role].In;
            longest = Math.Max(longest, waited);
            if (queue.Count < WaitersShown) queue.Add(new LockWaiter(_classes[_pool[slot].Class].Spec.Id, waited));
        }

        return new LockLine(
            key, _classes[request.Class].Spec.Id, request.Write, state, CallerServer(ref request, CallerOf(ref request, role))?.Id ?? "",
            Now - (stay.Start >= 0 ? stay.Start : stay.In), waiters.Count, longest, queue.ToImmutable());
    }

    private string NameOfKey(int key)
    {
        var users = Array.Find(_classes, users => key >= users.FirstKey && key < users.FirstKey + users.Spec.Keys)!;
        return FormattableString.Invariant($"{(users.Spec.Data.Length > 0 ? users.Spec.Data : users.Spec.Id)}#{key - users.FirstKey + 1}");
    }

    private void LogAtBalancer(int slot, BalancerNode balancer, Cause cause)
    {
        ref var request = ref _pool[slot];
        if (request.Probe || !_accesses!.Reads(balancer.Id)) return;
        var pass = request.Passes[balancer.Level];
        _accesses.Write(balancer.Id, new AccessWatch.Entry(
            Now, request.Class, request.Write, Seen(ref request, cause), Now - pass.In,
            pass.Target < 0 ? "" : balancer[pass.Target].Server.Id,
            _accesses.WorkerOf(slot, request.Life)?.Version.Version ?? ""));
    }

    /// <summary>A server logs what comes to it from outside, at the role it comes to.</summary>
    private void LogAtServer(int slot, RoleStation station, long sinceNs, Cause cause)
    {
        ref var request = ref _pool[slot];
        var server = station.Server;
        if (request.Probe || station.Role == Role.Db || !_accesses!.Reads(server.Id)) return;
        if (station.Role == Role.App && CallerServer(ref request, CallerOf(ref request, (int)Role.App)) == server) return;
        var worker = _accesses.WorkerOf(slot, request.Life);
        _accesses.Write(server.Id, new AccessWatch.Entry(
            Now, request.Class, request.Write, Seen(ref request, cause), Now - sinceNs,
            worker is null ? "" : worker.Server == server ? PortName(worker.Port) : worker.Server.Id, worker?.Version.Version ?? ""));
    }

    private static Cause Seen(ref Request request, Cause cause) =>
        cause == Cause.None && request.Abandoned ? Cause.Timeout : cause;

    private static string PortName(int port) => FormattableString.Invariant($":{PortState.NumberOf(port)}");
}
