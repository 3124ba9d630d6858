using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>Off its balancer and back again, asked of the server itself; the balancer's deregistration delay holds.</summary>
internal static class ServerDraining
{
    public static ServerState Carry(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var drains = command.Action == Actions.DrainServer;
        var refusal = input.Home.Length == 0 ? "server-has-no-balancer"
            : state.LeavingNs > 0 ? "server-leaving"
            : state.Change is not null ? "server-changing"
            : drains && !input.Attached ? "server-drained-already"
            : !drains && input.Attached ? "server-attached-already"
            : !drains && state.Lifecycle == Lifecycle.Stopped ? "server-not-running"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, refusal == "server-leaving" ? state.Id : input.Home);
            return state;
        }

        ruling.Carry(command, drains ? "server-draining" : "server-returning", input.Home);
        ruling.Order(drains ? Orders.Detach(command.By, input.Home, state.Id) : Orders.Attach(command.By, input.Home, state.Id));
        return state;
    }
}
