using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A process's mutex: who holds a thread of it may wait for it.</summary>
internal sealed class Mutexes(Kernel kernel, WatchStation watch, Cores cores)
{
    private readonly RequestPool _pool = kernel.Pool;

    public void Take(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        var process = request.Stays[(int)Role.App].Process;
        if (role.MutexHeld[process])
        {
            request.Phase = Phase.InMutexQueue;
            watch.Traces?.Pause(ref request, kernel.Now);
            role.MutexQueue[process].Add(_pool, slot);
            return;
        }

        role.MutexHeld[process] = true;
        request.HoldsMutex = true;
        cores.Begin(slot);
    }

    public void Release(ref Request request, RoleNode role)
    {
        request.HoldsMutex = false;
        var process = request.Stays[(int)Role.App].Process;
        var next = role.Server.Cutting ? RequestPool.None : role.MutexQueue[process].TakeFirst(_pool);
        role.MutexHeld[process] = next != RequestPool.None;
        if (next == RequestPool.None) return;
        _pool[next].HoldsMutex = true;
        cores.Begin(next);
    }
}
