using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A role's threads: which request gets one, waits for one, or is refused.</summary>
internal sealed class Threads(
    Kernel kernel, WatchStation watch, UserStation users, LinkStation links, Calls calls, Cores cores, ServerLog log, Doors doors,
    Bulkheads bulkheads)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly UserClass[] _classes = users.Classes;
    private readonly FeatureFlags _features = users.Features;

    public void Take(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        if (doors.Blocks(role, ref request))
        {
            Refuse(slot, role, Cause.Blocked);
            return;
        }

        if (role.ConnectionLimit > 0 && _classes[request.Class].OpensAt(ref request, role.Level) && role.EmptiestProcess() < 0)
        {
            Refuse(slot, role, Cause.ConnectionsFull);
            return;
        }

        if (bulkheads.Any && !bulkheads.Lets(ref request, role))
        {
            HoldBack(slot, role);
            return;
        }

        var process = role.FreeProcess();
        if (process < 0 && role.Queue.Count >= role.QueueLimit)
        {
            Refuse(slot, role, Cause.QueueFull);
            return;
        }

        Enter(ref request, role, process);
        bulkheads.Enter(ref request, role);
        if (watch.Accesses is not null && role.Role == Role.App) watch.Accesses.Work(slot, request.Life, role);
        Place(slot, role, process);
    }

    /// <summary>Whoever waits at the door for others of the class comes in, as many as may.</summary>
    public void Admit(int users, RoleNode role)
    {
        if (role.Server.Cutting || role.Closed) return;
        for (var next = bulkheads.Next(users, role); next != RequestPool.None; next = bulkheads.Next(users, role))
        {
            bulkheads.Enter(ref _pool[next], role);
            var process = role.FreeProcess();
            _pool[next].Stays[role.Level].Process = process;
            Place(next, role, process);
        }
    }

    public void AdmitAll(RoleNode role)
    {
        for (var users = 0; users < _classes.Length; users++) Admit(users, role);
    }

    public void Enter(ref Request request, RoleNode role, int process)
    {
        var now = kernel.Now;
        request.At = role.Level;
        if (_features.Off != 0 && role.Role == Role.App && !request.Probe)
            request.Without = _features.Off & _classes[request.Class].Flags;
        request.Stays[request.At] = new Stay { Station = role.Index, Process = process, In = now, Start = -1 };
        role.Meter.Enter(now);
        watch.Traces?.Enter(ref request, role.Server.Id, role.Role, now);
        if (request.ShakesHands) watch.Traces?.Enter(ref request, "tls", null, now);
    }

    public void Wake(RoleNode role)
    {
        if (role.Server.Cutting || role.Closed) return;
        while (role.Queue.Count > 0)
        {
            var process = role.FreeProcess();
            if (process < 0) return;
            var next = role.Server.Lifo ? role.Queue.TakeLast(_pool) : role.Queue.TakeFirst(_pool);
            role.Hold(process, kernel.Now);
            _pool[next].Stays[role.Level].Process = process;
            cores.Begin(next);
        }
    }

    /// <summary>A running process answers that it will not; a hung one does not even do that.</summary>
    public void Refuse(int slot, RoleNode role, Cause cause)
    {
        if (role.Server.Hung)
        {
            role.Meter.Refuse(Cause.Unreachable);
            links.NoAnswer(slot, _pool[slot].At);
            return;
        }

        if (watch.Accesses is not null) log.Write(slot, role, kernel.Now, cause);
        TurnAway(slot, role, cause);
    }

    private void Place(int slot, RoleNode role, int process)
    {
        if (process < 0)
        {
            _pool[slot].Phase = Phase.InThreadQueue;
            role.Queue.Add(_pool, slot);
            return;
        }

        role.Hold(process, kernel.Now);
        cores.Begin(slot);
    }

    private void HoldBack(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        if (!bulkheads.HoldsBack(request.Class, role))
        {
            Refuse(slot, role, Cause.BulkheadFull);
            return;
        }

        Enter(ref request, role, process: -1);
        bulkheads.Wait(slot, role);
    }

    /// <summary>Refused at the door: the caller hears of it one hop later.</summary>
    public void TurnAway(int slot, RoleNode role, Cause cause)
    {
        role.Meter.Refuse(cause);
        ref var request = ref _pool[slot];
        request.Failure = cause;
        watch.Traces?.TurnAway(ref request, role.Server.Id, role.Role, kernel.Now, cause);
        if (users.Approaches && request.At <= Request.AtUser) calls.ToUser(slot, role.Server);
        else calls.Answer(slot, role.Server, request.At);
    }
}
