using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>Servers' checks of themselves: real requests that need a thread and a core like any other, but no network.</summary>
internal sealed class CheckStation : Station
{
    private readonly ServerStation _servers;
    private readonly Numbering _numbers;
    private readonly StepKind _timeout;

    public CheckStation(Kernel kernel, ServerStation servers, Numbering numbers)
        : base(kernel)
    {
        (_servers, _numbers, _timeout) = (servers, numbers, NewTimer());
        kernel.Stands(this, Request.AtServer);
    }

    public override void Answered(int slot)
    {
        ref var request = ref Pool[slot];
        if (!request.Abandoned) Ends(ref request, request.Failure == Cause.None);
        Pool.Release(slot);
    }

    /// <summary>Nobody waits for a check's answer any longer (Epoch: its life).</summary>
    public override void Fire(StepKind kind, int slot, int epoch)
    {
        ref var request = ref Pool[slot];
        if (request.Life != epoch || request.Abandoned) return;
        request.Abandoned = true;
        Ends(ref request, ok: false);
    }

    public void Send(SendCheck order)
    {
        var server = _servers.Fleet[order.Server];
        var slot = Pool.Take();
        if (slot == RequestPool.None)
        {
            server.Checks.Add(new CheckResult(order.Kind, false, Now));
            return;
        }

        ref var request = ref Pool[slot];
        request.Probe = true;
        request.Own = (byte)(1 + (int)order.Kind);
        request.Deep = order.Deep;
        request.Number = _numbers.Next();
        request.Sent = Now;
        request.Address = server.Index;
        request.At = Request.AtServer;
        Queue.At(Now + order.TimeoutNs, _timeout, slot, request.Life, 0);
        var door = server.Roles[(int)Role.Web] ?? server.Roles[(int)Role.App]!;
        _servers.Calls.Travel(slot, server, server, StepKind.ReachRole, door.Index);
    }

    private void Ends(ref Request request, bool ok) =>
        _servers.Fleet.Servers[request.Address].Checks.Add(new CheckResult((CheckKind)(request.Own - 1), ok, request.Sent));
}
