using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A server's cores: one run queue for all its roles, and how long work takes on them.</summary>
/// <param name="workDone">A core has done a request's work.</param>
internal sealed class Cores(Kernel kernel, WatchStation watch, UserStation users, Fleet fleet, StepKind workDone)
{
    /// <summary>A health probe's work on every role it passes.</summary>
    private const double ProbeWorkNs = 1 * Nanoseconds.PerMillisecond;

    private readonly RequestPool _pool = kernel.Pool;
    private readonly EventQueue _queue = kernel.Queue;
    private readonly UserClass[] _classes = users.Classes;

    /// <summary>Where connections end at servers: what handshakes take there.</summary>
    public IHandshakes? Handshakes { get; set; }

    public void Begin(int slot)
    {
        ref var request = ref _pool[slot];
        var role = fleet.HolderOf(ref request, request.At);
        var server = role.Server;
        if (server.Hung)
        {
            request.Phase = Phase.Hung;
            role.Stuck.Add(_pool, slot);
        }
        else if (server.FreeCores > 0)
        {
            Run(slot, role);
        }
        else
        {
            request.Phase = Phase.InRunQueue;
            server.RunQueue.Add(_pool, slot);
        }
    }

    public void Free(RoleNode role)
    {
        var server = role.Server;
        server.FreeCores++;
        server.BusyCores.Change(-1, _queue.Now);
        role.Meter.Working.Change(-1, _queue.Now);
        if (server.Cutting) return;
        var next = server.RunQueue.TakeFirst(_pool);
        if (next != RequestPool.None) Run(next, fleet.HolderOf(ref _pool[next], _pool[next].At));
    }

    private void Run(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        var server = role.Server;
        var now = _queue.Now;
        server.FreeCores--;
        server.BusyCores.Change(1, now);
        role.Meter.Working.Change(1, now);
        if (request.Stays[request.At].Start < 0)
        {
            role.Meter.Start(now);
            watch.Traces?.Work(ref request, now);
            request.Stays[request.At].Start = now;
        }

        request.Phase = Phase.OnCore;
        _queue.At(now + (long)(WorkOf(ref request, role) + 0.5), workDone, slot, request.Epoch, 0);
    }

    private double WorkOf(ref Request request, RoleNode role)
    {
        var part = request.HoldsMutex ? UserClass.Exclusive : request.At;
        var work = request.ShakesHands ? Handshakes!.Work(ref request, role.Server)
            : (request.Probe ? ProbeWorkNs : _classes[request.Class].Work(part, request.Without, request.Luck))
                * VersionFactor(ref request, role);
        work *= role.Server.Slow * role.Slowdown(role.Meter.Working.Value);
        work *= fleet.ProgramOf(role).Slow;
        // a transaction's work is spread over the locks it takes
        if (request.Locked > 0) work /= _classes[request.Class].Spec.Locks;
        return work;
    }

    /// <summary>
    /// How much work the database has is the asking application's doing, whatever version its own server carries.
    /// </summary>
    private double VersionFactor(ref Request request, RoleNode role)
    {
        if (request.Role != Role.Db) return role.Version.Factors[request.At];
        var caller = Fleet.CallerOf(ref request, (int)Role.Db);
        var asking = caller < 0 ? role : fleet.HolderOf(ref request, caller);
        return asking.Version.Factors[(int)Role.Db];
    }
}
