using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>Servers' cores: which requests run, how much work each has, and when the first of them is done.</summary>
/// <param name="done">A request that has a core to itself is done.</param>
/// <param name="timer">On a server (Slot) the first of those that share is done, unless something has changed (Epoch).</param>
internal sealed class Cores(Kernel kernel, WatchStation watch, UserStation users, Fleet fleet, StepKind done, StepKind timer)
{
    /// <summary>A health probe's work on every role it passes.</summary>
    private const double ProbeWorkNs = 1 * Nanoseconds.PerMillisecond;

    private readonly RequestPool _pool = kernel.Pool;
    private readonly EventQueue _queue = kernel.Queue;
    private readonly UserClass[] _classes = users.Classes;

    /// <summary>Where connections end at servers: what handshakes take there.</summary>
    public IHandshakes? Handshakes { get; set; }

    /// <summary>A request that holds a thread has work to do.</summary>
    public void Begin(int slot)
    {
        ref var request = ref _pool[slot];
        var role = fleet.HolderOf(ref request, request.At);
        if (role.RunsToCompletion)
        {
            var process = request.Stays[request.At].Process;
            if (role.LoopBusy[process])
            {
                request.Phase = Phase.InRunQueue;
                watch.Traces?.Pause(ref request, _queue.Now);
                role.Loop[process].Add(_pool, slot);
                return;
            }

            role.LoopBusy[process] = true;
        }

        Run(slot, role);
        Schedule(role.Server);
    }

    /// <summary>Whoever runs stops running, done or not.</summary>
    public void Stop(int slot)
    {
        ref var request = ref _pool[slot];
        var role = fleet.HolderOf(ref request, request.At);
        role.Server.Shares.Advance(_queue.Now);
        Leave(slot, role);
        Schedule(role.Server);
    }

    /// <summary>From now on its threads run at another rate: call it after the change.</summary>
    public void Changed(ServerNode server)
    {
        server.Shares.Advance(_queue.Now);
        if (server.Shares.Runnable > 0) server.Shares.BeginToShare(_pool, _queue.Now);
        Schedule(server);
    }

    /// <summary>The first request on a server is done. Its slot, or none: the event is stale.</summary>
    public int TakeDone(ServerNode server, int epoch)
    {
        var shares = server.Shares;
        if (shares.Epoch != epoch) return RequestPool.None;
        shares.DueNs = -1;
        shares.Advance(_queue.Now);
        var slot = shares.FirstAt(shares.Next(out _));
        Leave(slot, fleet.HolderOf(ref _pool[slot], _pool[slot].At));
        return slot;
    }

    /// <summary>Rates, and the next event, after somebody came or went.</summary>
    public void Schedule(ServerNode server)
    {
        var shares = server.Shares;
        if (!shares.Shared) return;
        shares.Rate(server, fleet.Programs);
        if (server.Cutting || server.Stepping) return;
        var due = shares.Next(out var after) < 0 ? -1 : _queue.Now + (long)(after + 0.5);
        if (due == shares.DueNs) return;
        shares.DueNs = due;
        shares.Epoch++;
        if (due >= 0) _queue.At(due, timer, server.Index, shares.Epoch, 0);
    }

    private void Run(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        var now = _queue.Now;
        request.Phase = Phase.OnCore;
        watch.Traces?.GoOn(ref request, now);
        var (shares, work) = (role.Server.Shares, WorkOf(ref request, role));
        // a hung process does not even begin
        if (request.Stays[request.At].Start < 0 && !role.Server.Hung)
        {
            if (role.Warmth.Cold is not null) role.Warmth.Begin(ref request);
            role.Meter.Start(now);
            watch.Traces?.Work(ref request, now);
            request.Stays[request.At].Start = now;
        }

        shares.Advance(now);
        if (shares.Runnable >= shares.Cores || role.Contends || role.Server.Hung) shares.BeginToShare(_pool, now);
        shares.Add(_pool, slot, request.At, work);
        if (shares.Shared) return;
        var takes = shares.Alone(request.At, work, role.Server.Slow * fleet.ProgramOf(role).Slow);
        request.WorkEnds = now + (long)(takes + 0.5);
        _queue.At(request.WorkEnds, done, slot, request.Epoch, 0);
    }

    /// <summary>In an event loop the next one's turn comes.</summary>
    private void Leave(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        role.Server.Shares.Remove(_pool, slot, request.At);
        if (!role.RunsToCompletion) return;
        var process = request.Stays[request.At].Process;
        var next = role.Server.Cutting ? RequestPool.None : role.Loop[process].TakeFirst(_pool);
        role.LoopBusy[process] = next != RequestPool.None;
        if (next != RequestPool.None) Run(next, role);
    }

    private double WorkOf(ref Request request, RoleNode role)
    {
        if (request.ShakesHands) return Handshakes!.Work(ref request, role.Server);
        var part = request.HoldsMutex ? UserClass.Exclusive : request.At;
        var work = (request.Probe ? ProbeWorkNs : _classes[request.Class].Work(part, request.Without, request.Luck))
            * VersionFactor(ref request, role);
        if (role.Warmth.Cold is not null) work *= role.Warmth.Factor(request.Stays[request.At].Process, _queue.Now);
        // a transaction's work is spread over the locks it takes
        return request.Locked > 0 ? work / _classes[request.Class].Spec.Locks : work;
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
