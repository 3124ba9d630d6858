using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Off its balancer, asked of the server itself; the balancer's deregistration delay holds.</summary>
internal sealed class DrainServer : ServerAction
{
    public override string Id => "drain-server";

    public override int Place => 5;

    public override ActionTopic Topic => ActionTopic.Traffic;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var own = input.Attached ? null : ServerRefusals.DrainedAlready;
        if (ServerDraining.Refused(state, input, command, own, ruling)) return state;
        ruling.Done(command, ServerEvents.Draining, input.Home);
        ruling.Order(Orders.Detach(command.By, input.Home, state.Id));
        return state;
    }

    private protected override bool Applies(ServerState state, IEstate estate) =>
        ServerDraining.IsAttached(state, estate);

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<UndrainServer>(command);
}
