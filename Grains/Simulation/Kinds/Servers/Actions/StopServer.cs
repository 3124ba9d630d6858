using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>It takes nothing new, finishes what it has for as long as a stop lets it, and stands still.</summary>
internal sealed class StopServer : ServerAction
{
    public override string Id => "stop-server";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Run;

    /// <summary>At most: it stops when nothing is left to finish.</summary>
    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.PreStopNs + ServerLifecycle.StopGraceNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Change is not null)
        {
            ruling.Refuse(command, ServerRefusals.Changing);
            return state;
        }

        if (state.Lifecycle is Lifecycle.Off or Lifecycle.Stopped or Lifecycle.Draining)
        {
            ruling.Refuse(command, state.Lifecycle == Lifecycle.Off ? ServerRefusals.NoPower : ServerRefusals.NotRunning);
            return state;
        }

        ruling.Done(command, ServerEvents.Stopping);
        // what does not serve has nothing to go on with
        var running = state.Lifecycle == Lifecycle.Running;
        if (!running) ruling.Do(new SetReachability(state.Id, Reachability.Refusing));
        state = state with { NextVersion = "", Switch = null };
        return running ? ServerLifecycle.Drain(state, input, ruling) : state with
        {
            Lifecycle = Lifecycle.Draining,
            LifecycleEndsNs = input.NowNs + ServerLifecycle.StopGraceNs,
        };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => !ServerLifecycle.Stands(state);

    private protected override Undo? Undo(Command command, ServerState before, ServerState after) =>
        Opposite<StartServer>(command);
}
