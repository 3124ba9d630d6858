using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>Whom a balancer lets in.</summary>
internal sealed class Admission(BalancerNode balancer, UserClass[] classes)
{
    /// <summary>Why it turns a request away at once, or its target (−1: it waits). Probes pass by limits of traffic.</summary>
    public Cause Admit(ref Request request, long now, out int target)
    {
        target = -1;
        if (balancer.Down) return Cause.Refused;
        if (request.Tunnel > 0 && balancer.Level == 0)
        {
            // bytes of a connection that was let in
            target = request.Pin;
            return Cause.None;
        }

        if (balancer.Blocked != 0 && Doors.IsBlocked(balancer.Blocked, ref request)) return Cause.Blocked;
        if (!request.Probe && !balancer.LetsThrough(now)) return Cause.RateLimited;
        if (!request.Probe && balancer.Sheds(classes[request.Class].ShedRank)) return Cause.LoadShed;
        if (request.Pin >= 0 && balancer.Level == 0)
        {
            target = request.Pin;
            return Cause.None;
        }

        // who waits already goes first
        if (balancer.Queue.Count == 0) target = balancer.Deal(ref request, now);
        if (target < 0 && !balancer.Serves) return Cause.NoTarget;
        return target < 0 && balancer.Queue.Count >= balancer.Limits.Queue ? Cause.QueueFull : Cause.None;
    }
}
