using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>From server to server, and back to whoever called.</summary>
internal sealed class Calls(Kernel kernel, Fleet fleet, LinkStation links)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <param name="from">Null: a balancer or the users, who stand in no rack.</param>
    public void Call(int slot, ServerNode? from, ServerNode to, Role role) =>
        Travel(slot, from, to, StepKind.ReachRole, to.Roles[(int)role]!.Index);

    public void Return(int slot, int role, ServerNode server)
    {
        ref var request = ref _pool[slot];
        var caller = Fleet.CallerOf(ref request, role);
        if (caller <= Request.AtUser) ToUser(slot, server);
        else Answer(slot, server, caller);
    }

    public void ToUser(int slot, ServerNode server) => links.ToUser(slot, server.Rack);

    /// <param name="caller">A server that checks itself stands where it answers.</param>
    public void Answer(int slot, ServerNode? from, int caller) => Travel(
        slot, from, caller == Request.AtServer ? from : fleet.CallerServer(ref _pool[slot], caller), StepKind.Answered, caller);

    public void Travel(int slot, ServerNode? from, ServerNode? to, StepKind kind, int arg)
    {
        if (from is not null && ReferenceEquals(from, to))
        {
            _pool[slot].Phase = Phase.Travelling;
            kernel.Step(kind, slot, arg);
        }
        else
        {
            links.Travel(slot, from?.Rack, to?.Rack, kind, arg);
        }
    }
}
