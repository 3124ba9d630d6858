using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>How a server leaves for good: out of its balancer and drained, stopped, then gone, its unit free.</summary>
internal static class ServerRemoval
{
    /// <summary>Somebody may attach it again in the very tick its removal begins: then it is detached again after this.</summary>
    private const long DetachAgainNs = 5 * Nanoseconds.PerSecond;

    public static ServerState Proceed(ServerState state, ServerInput input, Ruling ruling)
    {
        var since = input.NowNs - state.LeavingNs;
        if (input.Attached && since % DetachAgainNs == 0) ruling.Order(Orders.Detach("", input.Balancer, state.Id));
        // an order of the last tick is carried out in this one
        if (input.Balancer.Length > 0 || since <= Nanoseconds.PerTick) return state;
        switch (state.Lifecycle)
        {
            case Lifecycle.Running:
                return ServerLifecycle.Drain(state, input, ruling);
            case Lifecycle.Draining:
                return state;
            default:
                ruling.Do(new RemoveServer(state.Id));
                ruling.Order(Orders.FreeUnit(state.Rack, state.Id));
                ruling.Say(ServerEvents.Removed);
                return state;
        }
    }
}
