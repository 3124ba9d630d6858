using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>Who is in the database (PostgreSQL's pg_stat_activity), and how an operator ends a session (pg_terminate_backend).</summary>
internal sealed partial class DataPlane
{
    /// <summary>Of users' requests, on every node; a hung server's answer to nobody.</summary>
    public ImmutableArray<DatabaseSession> Sessions()
    {
        var sessions = ImmutableArray.CreateBuilder<DatabaseSession>();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Probe || !IsSession(ref request)) continue;
            var waiters = 0;
            for (var held = 0; held < request.Locked; held++) waiters += _database!.Locks.WaitersOf(request.LockKeys[held]);
            sessions.Add(new DatabaseSession(
                slot, request.Life, _classes[request.Class].Spec.Id, request.Stays[(int)Role.Db].In, waiters, request.Phase == Phase.InLockQueue));
        }

        return sessions.ToImmutable();
    }

    private static bool IsSession(ref Request request) =>
        request.Phase is not (Phase.Free or Phase.Hung) && request.Stays[(int)Role.Db].Station >= 0;

    private void KillSession(int slot, int life)
    {
        ref var request = ref _pool[slot];
        if (request.Life != life || !IsSession(ref request)) return;
        // its connection ends with it: the next call of the pool that needs one opens another
        if (request is { HoldsPool: true, Opens: false })
        {
            request.Opens = true;
            _database!.Nodes[request.Node].Connections--;
        }

        Cancel(slot, Cause.SessionKilled);
    }
}
