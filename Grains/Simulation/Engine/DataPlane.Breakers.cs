using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>Circuit breakers around calls: one a calling role of a server, whatever its generation.</summary>
internal sealed partial class DataPlane
{
    /// <summary>Of calls from the web role to the application, and from there to the database; null: none.</summary>
    private readonly BreakerSpec?[] _breakers = new BreakerSpec?[2];

    private void SetBreaker(Role caller, BreakerSpec? spec)
    {
        _breakers[(int)caller] = spec;
        foreach (var server in _servers) server.Breakers[(int)caller] = NewBreaker(caller);
    }

    private CircuitBreaker? NewBreaker(Role caller) => _breakers[(int)caller] is { } spec ? new CircuitBreaker(spec) : null;

    /// <summary>Before a role calls. False: its circuit is open and the request has failed at once. Probes are always let through.</summary>
    private bool Guard(int slot)
    {
        ref var request = ref _pool[slot];
        if (_breakers[request.At] is null || request.Probe) return true;
        if (BreakerOf(ref request, request.At)!.Lets(Now))
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
