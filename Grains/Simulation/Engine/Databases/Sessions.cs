using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>Who is in the database (PostgreSQL's pg_stat_activity), and how a session ends (pg_terminate_backend).</summary>
internal sealed class Sessions(Kernel kernel, UserStation users, ServerStation servers, Database database, Tables tables)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <summary>Of users' requests, on every node; a hung server's answer to nobody.</summary>
    public ImmutableArray<DatabaseSession> All()
    {
        var sessions = ImmutableArray.CreateBuilder<DatabaseSession>();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Probe || !IsSession(ref request)) continue;
            var waiters = tables.WaitersBehind(ref request);
            for (var held = 0; held < request.Locked; held++) waiters += database.Locks.WaitersOf(request.LockKeys[held]);
            sessions.Add(new DatabaseSession(
                slot, request.Life, users.Classes[request.Class].Spec.Id, request.Stays[(int)Role.Db].In, waiters,
                request.Phase is Phase.InLockQueue or Phase.InTableQueue));
        }

        return sessions.ToImmutable();
    }

    public void Kill(int slot, int life)
    {
        ref var request = ref _pool[slot];
        if (request.Life != life || !IsSession(ref request)) return;
        Disconnect(ref request);
        Cancel(slot, Cause.SessionKilled);
    }

    /// <summary>A call's connection ends with it: the next one of its pool that needs one opens another.</summary>
    public void Disconnect(ref Request request)
    {
        if (request is not { HoldsPool: true, Opens: false }) return;
        request.Opens = true;
        database.Nodes[request.Node].Connections--;
    }

    /// <summary>The database ends a call by itself and gives back what it held.</summary>
    public void Cancel(int slot, Cause cause)
    {
        kernel.Stop(slot);
        _pool[slot].Failure = cause;
        servers.Leaving.Leave(slot);
    }

    private bool IsSession(ref Request request) =>
        request.Phase != Phase.Free && request.Stays[(int)Role.Db].Station >= 0
        && !servers.Fleet.HolderOf(ref request, (int)Role.Db).Server.Hung;
}
