using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A role's threads: which request gets one, waits for one, or is refused.</summary>
internal sealed class Threads(
    Kernel kernel, WatchStation watch, UserStation users, LinkStation links, Calls calls, Cores cores, ServerLog log, Doors doors)
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

        var process = role.FreeProcess();
        if (process < 0 && role.Queue.Count >= role.QueueLimit)
        {
            Refuse(slot, role, Cause.QueueFull);
            return;
        }

        Enter(ref request, role, process);
        if (watch.Accesses is not null && role.Role == Role.App) watch.Accesses.Work(slot, request.Life, role);
        if (process < 0)
        {
            request.Phase = Phase.InThreadQueue;
            role.Queue.Add(_pool, slot);
            return;
        }

        role.Busy[process]++;
        cores.Begin(slot);
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
            role.Busy[process]++;
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
