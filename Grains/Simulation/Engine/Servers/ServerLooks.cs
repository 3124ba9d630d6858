using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What can be seen of a server: every second from outside, and by whoever looks closely.</summary>
internal sealed class ServerLooks(Kernel kernel, Fleet fleet, LockLines lines)
{
    private static readonly ImmutableArray<ImmutableArray<double>> NothingLeaked =
        [.. Enumerable.Range(0, Limits.Processes + 1).Select(processes => ImmutableArray.Create(new double[processes]))];

    public ServerTelemetry Telemetry(string id)
    {
        var node = fleet[id];
        var roles = new Relisting<RoleTelemetry>(node.Seen?.Roles ?? []);
        var (outstanding, held) = (0, 0);
        foreach (var role in node.Roles)
        {
            if (role is null) continue;
            outstanding += role.Meter.Inside.Value;
            held += role.Held;
            roles.Add(Telemetry(role, node));
        }

        foreach (var role in node.Others) held += role.Held;
        outstanding += held;
        var memory = node.MemoryMiB;
        var (each, runQueue, alone) = (roles.Result(), node.RunQueue, node.Retired.Count == 0 && node.Beside is null);
        if (alone && node.Checks.Count == 0 && node.Seen is { Checks.IsEmpty: true, Others.IsEmpty: true } seen
            && (node.CpuShare, runQueue, outstanding, each, memory, node.Disk.Share, held)
                == (seen.CpuShare, seen.RunQueue, seen.Outstanding, seen.Roles, seen.MemoryMiB, seen.DiskShare, seen.Connections))
            return seen;
        return node.Seen = new ServerTelemetry(
            id, node.CpuShare, runQueue, outstanding, each, memory, alone ? [] : [.. node.Others.Select(Generation)],
            node.Checks.Count == 0 ? [] : [.. node.Checks], node.Disk.Share, held);
    }

    /// <summary>Threads that run or would like to, now.</summary>
    public double RunnableOn(string server)
    {
        var node = fleet[server];
        return node.CpuShare * node.Cores + node.RunQueue;
    }

    public ImmutableArray<ProcessLine> Processes(string server)
    {
        var node = fleet[server];
        var processes = ImmutableArray.CreateBuilder<ProcessLine>();
        foreach (var role in node.Roles.OfType<RoleNode>().Concat(node.Others))
        {
            if (role.Closed) continue;
            for (var process = 0; process < role.Processes; process++)
            {
                if (role.Down[process] && role.Retired) continue;
                processes.Add(Line(role, process));
            }
        }

        return processes.ToImmutable();
    }

    /// <summary>The mutexes of a server's application processes that somebody waits for.</summary>
    public ImmutableArray<LockLine> Mutexes(string server)
    {
        var node = fleet[server];
        var mutexes = new List<LockLine>();
        foreach (var role in node.Roles.OfType<RoleNode>().Concat(node.Others).Where(role => role.Role == Role.App))
        {
            for (var process = 0; process < role.Processes; process++)
            {
                if (role.MutexQueue[process].Count == 0) continue;
                var name = FormattableString.Invariant($"{server}/app/{process + 1}");
                mutexes.Add(lines.Of(name, HolderOfMutex(role, process), (int)Role.App, role.MutexQueue[process]));
            }
        }

        return [.. mutexes.OrderByDescending(line => line.Waiters).Take(LockLines.LocksShown)];
    }

    private RoleTelemetry Telemetry(RoleNode role, ServerNode node)
    {
        var meter = role.Meter;
        var breaker = role.Level < node.Breakers.Length ? node.Breakers[role.Level]?.State : null;
        var cold = role.Warmth.Mean(role, kernel.Now);
        if (role.Seen is { } seen && role.BusyThreads.SequenceEqual(seen.Busy.AsSpan()) && seen.Queue == role.Queue.Count
            && seen.Arrived == meter.LastArrived && seen.Completed == meter.LastCompleted && seen.Failed == meter.LastFailed
            && seen.Errors == meter.LastErrors && seen.Latency == meter.LastLatency && seen.Generation == role.Generation
            && seen.Breaker == breaker && seen.Cold.Equals(cold) && HasLeaked(role, seen.LeakedMiB)
            && IsLocked(role, seen.Locked))
            return seen;
        return role.Seen = new RoleTelemetry(
            role.Role, [.. role.BusyThreads], role.Queue.Count, meter.LastArrived, meter.LastCompleted, meter.LastFailed,
            meter.LastLatency, LeakedMiB(role), role.Generation, breaker, meter.LastErrors, cold, Locked(role));
    }

    private static bool IsLocked(RoleNode role, ImmutableArray<int> waiting)
    {
        for (var process = 0; process < role.Processes; process++)
            if ((waiting.IsEmpty ? 0 : waiting[process]) != role.MutexQueue[process].Count) return false;
        return waiting.IsEmpty || waiting.Length == role.Processes;
    }

    /// <summary>Of every process; where nobody waits, of none.</summary>
    private static ImmutableArray<int> Locked(RoleNode role)
    {
        var waiting = role.MutexQueue.AsSpan(0, role.Processes);
        foreach (var queue in waiting)
            if (queue.Count > 0) return [.. role.MutexQueue.Take(role.Processes).Select(each => each.Count)];
        return [];
    }

    private static bool HasLeaked(RoleNode role, ImmutableArray<double> mib)
    {
        for (var process = 0; process < mib.Length; process++)
            if (!mib[process].Equals(role.LeakedKiB[process] / 1024)) return false;
        return mib.Length == role.Processes;
    }

    /// <summary>Of every process; most never leak, and share one array.</summary>
    private static ImmutableArray<double> LeakedMiB(RoleNode role)
    {
        var leaked = role.LeakedKiB.AsSpan(0, role.Processes);
        if (leaked.IndexOfAnyExcept(0) < 0) return NothingLeaked[role.Processes];
        return [.. role.LeakedKiB.Take(role.Processes).Select(kib => kib / 1024)];
    }

    private static GenerationTelemetry Generation(RoleNode role) => new(
        role.Role, role.Generation, role.Version.Version, role.Port, role.Retired, [.. role.BusyThreads],
        [.. Enumerable.Range(0, role.Processes).Select(role.ProcessMemoryMiB)]);

    private static ProcessLine Line(RoleNode role, int process)
    {
        var condition = role.Down[process] ? ProcessCondition.Down
            : role.Retired ? ProcessCondition.Old
            : role == role.Server.Beside ? ProcessCondition.Beside
            : ProcessCondition.Serving;
        return new ProcessLine(
            role.Role, role.Generation, process + 1, role.Role == Role.App ? PortState.NumberOf(role.Port) : 0,
            role.Version.Version, condition, role.Role == Role.Db ? role.Meter.Inside.Value : role.Busy[process],
            role.Role == Role.Db ? 0 : role.Threads, role.ProcessMemoryMiB(process), role.StartedNs[process],
            role.Served[process], role.QuietNs[process]);
    }

    private int HolderOfMutex(RoleNode role, int process)
    {
        for (var slot = 0; slot < kernel.Pool.Used; slot++)
        {
            ref var request = ref kernel.Pool[slot];
            if (!request.HoldsMutex || request.Phase == Phase.Free) continue;
            var stay = request.Stays[(int)Role.App];
            if (stay.Station == role.Index && stay.Process == process) return slot;
        }

        throw new InvalidOperationException("a mutex that is waited for has no holder");
    }
}
