using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>Requests that servers lose.</summary>
internal sealed class Losses(Kernel kernel, WatchStation watch, Fleet fleet, Calls calls)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <summary>Everything it holds from a level on down is given back; nobody has been told yet.</summary>
    public void Lose(int slot, int level)
    {
        kernel.Lose(slot, level);
        ref var request = ref _pool[slot];
        request.Failure = Cause.Cut;
        request.Responded = false;
        watch.Traces?.Leave(ref request, kernel.Now, Cause.Cut);
    }

    /// <summary>Lost at a role, whose server still tells the caller.</summary>
    public void LoseAt(int slot, Role role)
    {
        var server = fleet.HolderOf(ref _pool[slot], role.Level()).Server;
        Lose(slot, role.Level());
        calls.Return(slot, role.Level(), server);
    }

    /// <summary>Its caller has closed the connection: the first role that has it stops if it looks, unless it hangs.</summary>
    /// <returns>False: no role has it.</returns>
    public bool Notice(int slot)
    {
        ref var request = ref _pool[slot];
        for (var level = 0; level < 3; level++)
        {
            if (request.Stays[level].Station < 0) continue;
            var role = fleet.HolderOf(ref request, level);
            var stops = role.StopsOnAbort || (role.SkipsOnAbort && request.At == level && request.Stays[level].Start < 0);
            if (stops && !role.Server.Hung) LoseAt(slot, role.Role);
            return true;
        }

        return false;
    }

    /// <summary>All that a process holds.</summary>
    public void LoseAll(RoleNode role, int process)
    {
        var level = role.Level;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            if (_pool[slot].Phase is Phase.Free or Phase.Backoff) continue;
            var stay = _pool[slot].Stays[level];
            if (stay.Station == role.Index && stay.Process == process) LoseAt(slot, role.Role);
        }
    }
}
