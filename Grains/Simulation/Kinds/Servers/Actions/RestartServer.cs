using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>All its processes end with what they hold, and start again.</summary>
internal sealed class RestartServer : ServerAction
{
    public override string Id => "restart-server";

    public override int Place => 4;

    public override ActionTopic Topic => ActionTopic.Run;

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.RestartNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Change is not null && state.Lifecycle == Lifecycle.Draining)
        {
            ruling.Refuse(command, ServerRefusals.Changing);
            return state;
        }

        if (state.Lifecycle is not (Lifecycle.Running or Lifecycle.Crashed or Lifecycle.Draining))
        {
            ruling.Refuse(command, state.Lifecycle == Lifecycle.Off ? ServerRefusals.NoPower : ServerRefusals.NotRunning);
            return state;
        }

        ruling.Done(command, ServerEvents.Restarting);
        return ServerLifecycle.Interrupt(state, Lifecycle.Restarting, input.NowNs + input.Context.RestartNs, ruling);
    }

    private protected override bool Applies(ServerState state, IEstate estate) => !ServerLifecycle.Stands(state);
}
