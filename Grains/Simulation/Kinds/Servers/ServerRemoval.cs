using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>How a server leaves for good: out of its balancer and drained, stopped, then gone, its unit free.</summary>
internal static class ServerRemoval
{
    /// <summary>Somebody may have attached it again in the very tick its removal began: then it is detached again after this.</summary>
    private const long DetachAgainNs = 5 * Nanoseconds.PerSecond;

    public static ServerState Begin(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var retired = Orders.IsOfReplica(command);
        var refusal = state.LeavingNs > 0 ? "server-leaving"
            : !retired && state.Change is not null ? "server-changing"
            : !retired && state.Roles.Any(role => role.Role == Role.Db) ? "server-has-database"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, state.Id);
            return state;
        }

        ruling.Carry(command, "server-removing");
        if (input.Attached) ruling.Order(Orders.Detach(command.By, input.Balancer, state.Id));
        if (state.Change is { Rack.Length: > 0 } move) ruling.Order(Orders.FreeUnit(move.Rack, state.Id));
        return state with { LeavingNs = input.NowNs, Change = null };
    }

    public static ServerState Proceed(ServerState state, ServerInput input, Ruling ruling)
    {
        var since = input.NowNs - state.LeavingNs;
        if (input.Attached && since % DetachAgainNs == 0) ruling.Order(Orders.Detach("", input.Balancer, state.Id));
        // an order of the last tick is carried out in this one
        if (input.Balancer.Length > 0 || since <= Nanoseconds.PerTick) return state;
        switch (state.Lifecycle)
        {
            case Lifecycle.Running:
                ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
                return state with { Lifecycle = Lifecycle.Draining, LifecycleEndsNs = input.NowNs + ServerCommands.StopGraceNs };
            case Lifecycle.Draining:
                return state;
            default:
                ruling.Do(new RemoveServer(state.Id));
                ruling.Order(Orders.FreeUnit(state.Rack, state.Id));
                ruling.Say("server-removed");
                return state;
        }
    }
}
