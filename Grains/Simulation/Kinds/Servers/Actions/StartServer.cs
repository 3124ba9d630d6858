using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>A stopped server boots.</summary>
internal sealed class StartServer : ServerAction
{
    public override string Id => "start-server";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Run;

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.BootNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Lifecycle != Lifecycle.Stopped || !input.Powered)
        {
            var off = state.Lifecycle == Lifecycle.Off || !input.Powered;
            ruling.Refuse(command, off ? ServerRefusals.NoPower : ServerRefusals.NotStopped);
            return state;
        }

        ruling.Done(command, ServerEvents.Starting);
        return ServerLifecycle.Boot(state, input, ruling);
    }

    private protected override bool Applies(ServerState state, IEstate estate) =>
        state.Lifecycle is not (Lifecycle.Running or Lifecycle.Draining);

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<StopServer>(command);
}
