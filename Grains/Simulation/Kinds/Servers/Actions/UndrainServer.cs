using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>Back to its balancer, asked of the server itself.</summary>
internal sealed class UndrainServer : ServerAction
{
    public override string Id => "undrain-server";

    public override int Place => 6;

    public override ActionTopic Topic => ActionTopic.Traffic;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var own = input.Attached ? ServerRefusals.AttachedAlready
            : state.Lifecycle == Lifecycle.Stopped ? ServerRefusals.NotRunning
            : null;
        if (ServerDraining.Refused(state, input, command, own, ruling)) return state;
        ruling.Done(command, ServerEvents.Returning, input.Home);
        ruling.Order(Orders.Attach(command.By, input.Home, state.Id));
        return state;
    }

    private protected override bool Applies(ServerState state, IEstate estate) =>
        state.Answers && state.Lifecycle != Lifecycle.Stopped && estate.Those<IHandsOn>().Count > 0
            && !ServerDraining.IsAttached(state, estate);

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<DrainServer>(command);
}
