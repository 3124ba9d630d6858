using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>A balancer's health probes: real requests that queue like any other.</summary>
/// <param name="timeout">Nobody waits for a probe's answer any longer (Epoch: its life).</param>
internal sealed class Probes(Kernel kernel, ServerStation servers, BalancerNode balancer, Numbering numbers, StepKind timeout)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <summary>Sent by this balancer, not one of the outer's on its way through the inner.</summary>
    public static bool IsOwn(ref Request request, BalancerNode balancer) =>
        request.Probe && request.Own == 0 && (balancer.Level == 0 || request.Passes[0].Target < 0);

    /// <summary>The role a probe comes to.</summary>
    public static Role DoorOf(BalancerNode balancer, ServerNode server) =>
        balancer.Level > 0 || server.Roles[(int)Role.Web] is null ? Role.App : Role.Web;

    public void Send(SendProbe order)
    {
        var slot = _pool.Take();
        if (slot == RequestPool.None)
        {
            balancer.Probes.Add(new Probe(order.Server, ProbeResult.Failed, 0));
            return;
        }

        var target = balancer.IndexOf(order.Server);
        ref var request = ref _pool[slot];
        request.Probe = true;
        request.Deep = order.Path == CheckPath.Deep;
        request.Number = numbers.Next();
        request.At = balancer.Place;
        ref var pass = ref request.Passes[balancer.Level];
        pass.In = kernel.Now;
        pass.Target = target;
        kernel.Queue.At(kernel.Now + order.TimeoutNs, timeout, slot, request.Life, 0);
        var server = balancer[target].Server;
        servers.Calls.Call(slot, null, server, DoorOf(balancer, server));
    }

    public void Answered(int slot)
    {
        ref var request = ref _pool[slot];
        if (!request.Abandoned) Ends(ref request, request.Failure == Cause.None ? ProbeResult.Ok : ProbeResult.Failed);
        _pool.Release(slot);
    }

    public void Timeout(int slot, int life)
    {
        ref var request = ref _pool[slot];
        if (request.Life != life || request.Abandoned) return;
        request.Abandoned = true;
        Ends(ref request, ProbeResult.Timeout);
    }

    private void Ends(ref Request request, ProbeResult result)
    {
        var pass = request.Passes[balancer.Level];
        balancer.Probes.Add(new Probe(balancer[pass.Target].Server.Id, result, kernel.Now - pass.In));
    }
}
