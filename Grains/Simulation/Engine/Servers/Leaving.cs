using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What a request gives back when a role is done with it, and whom that wakes.</summary>
internal sealed class Leaving(
    Kernel kernel, WatchStation watch, Fleet fleet, Calls calls, Threads threads, Guards guards, Generations generations,
    Bulkheads bulkheads, ServerLog log)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <summary>A role is done with a request: its thread is free, the answer goes to the caller.</summary>
    public void Leave(int slot)
    {
        ref var request = ref _pool[slot];
        var role = request.At;
        var server = fleet.HolderOf(ref request, role).Server;
        watch.Traces?.Leave(ref request, kernel.Now, request.Failure);
        // a guarded call that never left, for want of a connection, counts too
        if (request.Guarded != 0) guards.Judge(ref request, role);
        if (request.Message != 0) request.Settled = true;
        request.Responded = true;
        if (fleet.Tunnels is { } tunnels && !tunnels.Opens(slot, fleet.HolderOf(ref request, role)))
            request.Failure = Cause.ConnectionsFull;
        Release(slot, role, request.Failure);
        calls.Return(slot, role, server);
    }

    /// <summary>Gives back what a request holds at a role, and wakes whoever waited for it.</summary>
    public void Release(int slot, int level, Cause cause)
    {
        ref var request = ref _pool[slot];
        ref var stay = ref request.Stays[level];
        var role = fleet.Roles[stay.Station];
        role.Meter.Leave(kernel.Now, stay.In, stay.Start, stay.Start >= 0, cause);
        if (watch.Accesses is not null) log.Write(slot, role, stay.In, cause);
        stay.Station = -1;
        if (role.LogKiB > 0 && stay.Process >= 0) role.Server.Disk.Log(role.LogKiB);
        var users = request.Class;
        var inside = bulkheads.Leave(ref request, role);
        fleet.ProgramOf(role).Left(slot, role, stay, cause);
        if (inside && bulkheads.Any) threads.Admit(users, role);
    }

    public void FreeThread(RoleNode role, int process)
    {
        if (process < 0) return;
        role.Busy[process]--;
        role.Served[process]++;
        role.QuietNs[process] = kernel.Now;
        if (role.Role is Role.App or Role.Worker) role.Leak(process, role.Version.LeakKiB);
        if (!role.Retired)
        {
            threads.Wake(role);
        }
        else
        {
            generations.EndIfIdle(role, process);
        }
    }
}
