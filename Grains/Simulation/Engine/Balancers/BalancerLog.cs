using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>A balancer logs every request it answers, while somebody reads that.</summary>
internal sealed class BalancerLog(Kernel kernel, WatchStation watch, BalancerNode balancer)
{
    public void Write(int slot, Cause cause)
    {
        var log = watch.Accesses!;
        ref var request = ref kernel.Pool[slot];
        if (request.Probe || !log.Reads(balancer.Id)) return;
        var pass = request.Passes[balancer.Level];
        log.Write(balancer.Id, new AccessWatch.Entry(
            kernel.Now, request.Class, request.Write, WatchStation.Seen(ref request, cause), kernel.Now - pass.In,
            pass.Target < 0 ? "" : balancer[pass.Target].Server.Id, log.WorkerOf(slot, request.Life)?.VersionName ?? ""));
    }
}
