using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>Circuit breakers around calls: one a calling role of a server, whatever its generation.</summary>
internal sealed partial class DataPlane
{
    /// <summary>Of every server's calls from the application to the database, those that are still to come too; null: none.</summary>
    private BreakerSpec? _databaseBreaker;

    private void GuardDatabase(BreakerSpec? spec)
    {
        _databaseBreaker = spec;
        foreach (var server in _servers) server.Breakers[(int)Role.App] = NewBreaker(spec);
    }

    private static CircuitBreaker? NewBreaker(BreakerSpec? spec) => spec is null ? null : new CircuitBreaker(spec);

    /// <summary>Before a role calls. False: its circuit is open and the request has failed at once. Probes are always let through.</summary>
    private bool Guard(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Probe || BreakerOf(ref request, request.At) is not { } breaker) return true;
        if (breaker.Lets(Now))
        {
            request.Guarded |= (byte)(1 << request.At);
            return true;
        }

        request.Failure = Cause.CircuitOpen;
        Leave(slot);
        return false;
    }

    private CircuitBreaker? BreakerOf(ref Request request, int role) => _stations[request.Stays[role].Station].Server.Breakers[role];

    /// <summary>A guarded call has come back to its role.</summary>
    private void Judge(ref Request request, int role)
    {
        if ((request.Guarded >> role & 1) == 0) return;
        request.Guarded &= (byte)~(1 << role);
        BreakerOf(ref request, role)?.Judge(request.Failure != Cause.None, Now);
    }

    /// <summary>The callers from a level on down are lost: their calls will not come back to them.</summary>
    private void ForgetCalls(ref Request request, int level)
    {
        for (var role = level; role < 2; role++)
        {
            if ((request.Guarded >> role & 1) == 0) continue;
            request.Guarded &= (byte)~(1 << role);
            BreakerOf(ref request, role)?.Forget();
        }
    }
}
