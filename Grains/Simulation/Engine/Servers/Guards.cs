using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>Circuit breakers around calls: one a calling role of a server, whatever its generation.</summary>
internal sealed class Guards(Kernel kernel, Fleet fleet)
{
    public static CircuitBreaker? New(BreakerSpec? spec) => spec is null ? null : new CircuitBreaker(spec);

    /// <summary>Before a role calls. False: its circuit is open and the call has failed. Probes are always let through.</summary>
    public bool Lets(ref Request request)
    {
        if (request.Probe || BreakerOf(ref request, request.At) is not { } breaker) return true;
        if (breaker.Lets(kernel.Now))
        {
            request.Guarded |= (byte)(1 << request.At);
            request.Asked[request.At] = kernel.Now;
            return true;
        }

        request.Failure = Cause.CircuitOpen;
        return false;
    }

    /// <summary>A guarded call has come back to its role.</summary>
    public void Judge(ref Request request, int role)
    {
        if ((request.Guarded >> role & 1) == 0) return;
        request.Guarded &= (byte)~(1 << role);
        BreakerOf(ref request, role)?.Judge(request.Failure != Cause.None, kernel.Now - request.Asked[role], kernel.Now);
    }

    /// <summary>The callers from a level on down are lost: their calls will not come back to them.</summary>
    public void Forget(ref Request request, int level)
    {
        for (var role = level; role < 2; role++)
        {
            if ((request.Guarded >> role & 1) == 0) continue;
            request.Guarded &= (byte)~(1 << role);
            BreakerOf(ref request, role)?.Forget();
        }
    }

    private CircuitBreaker? BreakerOf(ref Request request, int role) => fleet.HolderOf(ref request, role).Server.Breakers[role];
}
