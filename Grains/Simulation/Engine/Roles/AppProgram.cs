using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Queues;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Roles;

/// <summary>The application role, and a worker: its exclusive part, then the cache, then the database.</summary>
/// <param name="errors">Whether a version that fails now and then does it this time.</param>
internal sealed class AppProgram(
    RequestPool pool, UserStation users, LinkStation links, ServerStation servers, CacheStation cache, DatabaseStation? database,
    QueueStation? queue, RoleStation roles, Draw errors)
    : RoleProgram(servers.Leaving, servers.Threads)
{
    private readonly UserClass[] _classes = users.Classes;

    public override void Worked(int slot, RoleNode role)
    {
        ref var request = ref pool[slot];
        if (request.HoldsMutex)
        {
            servers.Mutexes.Release(ref request, role);
            GoOn(slot, role);
        }
        else if (!request.Probe && _classes[request.Class].Passes[UserClass.Exclusive])
        {
            servers.Mutexes.Take(slot, role);
        }
        else
        {
            GoOn(slot, role);
        }
    }

    public override void Left(int slot, RoleNode role, in Stay stay, Cause cause)
    {
        var process = stay.Process;
        if (process < 0) return;
        cache.EndLead(ref pool[slot]);
        if (pool[slot].First != 0) database!.Left(ref pool[slot], role, process);
        Leaving.FreeThread(role, process);
        if (role.Role == Role.Worker) queue?.Pull();
    }

    public override void Started(RoleNode role, int process)
    {
        database?.Started(role, process);
        if (role.Role == Role.Worker) queue?.Pull();
    }

    public override void Ended(RoleNode role, int process) => database?.Ended(role, process);

    private void GoOn(int slot, RoleNode role)
    {
        ref var request = ref pool[slot];
        var (server, version) = (role.Server, role.Version);
        var asks = !request.Probe || request.Deep;
        if (asks && server.Disk.Full)
        {
            request.Failure = Cause.DiskFull;
            Leaving.Leave(slot);
        }
        else if (asks && version.ErrorRate > 0 && errors.Unit(request.Luck) < version.ErrorRate)
        {
            request.Failure = Cause.Error;
            Leaving.Leave(slot);
        }
        else if (!request.Probe && !request.Write && cache.Serves && _classes[request.Class].AsksCache)
        {
            links.Travel(slot, server.Rack, cache.Node!.Rack, StepKind.ReachCache, 0);
        }
        else
        {
            roles.AskDatabase(slot, server);
        }
    }
}
