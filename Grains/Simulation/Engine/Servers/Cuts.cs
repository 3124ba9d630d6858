using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A server dies or a role's processes stop at once: what they hold is lost.</summary>
internal sealed class Cuts(
    Kernel kernel, Fleet fleet, LinkStation links, Calls calls, Losses losses, Generations generations, Cores cores)
{
    private readonly RequestPool _pool = kernel.Pool;

    public void Cut(ServerNode server)
    {
        server.Cutting = true;
        server.Incarnation++;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            if (_pool[slot].Phase is Phase.Free or Phase.Backoff) continue;
            var level = fleet.LowestOn(ref _pool[slot], server);
            if (level < 0) continue;
            losses.Lose(slot, level);
            if (server.Reachability == Reachability.Silent) SayNothing(slot, level);
            else calls.Return(slot, level, server);
        }

        server.Cutting = false;
        cores.Schedule(server);
        foreach (var role in server.Roles)
        {
            if (role is null) continue;
            generations.EndAll(role);
            role.Fresh();
        }

        if (fleet.Tunnels is not null) generations.KillOld(server);
        if (server.Beside is { } beside) generations.StopPort(server, beside.Port, shutdownNs: 0);
    }

    public void Remove(ServerNode server)
    {
        server.Reachability = Reachability.Silent;
        Cut(server);
        server.Gone = true;
    }

    /// <summary>A role's processes stop at once, old ones too; nothing listens until the next ones begin.</summary>
    public void CutRole(ServerNode server, Role role)
    {
        server.Roles[role.Level()]!.Closed = true;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            if (_pool[slot].Phase is Phase.Free or Phase.Backoff) continue;
            var index = _pool[slot].Stays[role.Level()].Station;
            if (index >= 0 && ReferenceEquals(fleet.Roles[index].Server, server)) losses.LoseAt(slot, role);
        }

        generations.EndAll(server.Roles[role.Level()]!);
        if (fleet.Tunnels is not null) generations.KillOld(server, role);
    }

    /// <summary>A dead machine sends no reset: the caller notices after its timeout.</summary>
    private void SayNothing(int slot, int level)
    {
        ref var request = ref _pool[slot];
        request.At = Fleet.CallerOf(ref request, level);
        request.Phase = Phase.Travelling;
        kernel.Queue.AfterLane(links.TimeoutLane(request.At), StepKind.Answered, slot, request.Epoch, request.At);
    }
}
