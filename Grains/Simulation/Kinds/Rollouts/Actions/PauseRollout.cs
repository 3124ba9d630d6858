using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts.Actions;

/// <summary>It stops after the step it is in.</summary>
internal sealed class PauseRollout : RolloutAction
{
    public override string Id => "pause-rollout";

    public override int Place => 2;

    public override ActionTopic Topic => ActionTopic.Run;

    internal override RolloutState Act(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        if (state.Status != RolloutStatus.Running)
        {
            ruling.Refuse(command, RolloutRefusals.NotRunning);
            return state;
        }

        ruling.Done(command, RolloutEvents.Paused, state.Version);
        return state with { Status = RolloutStatus.Paused };
    }

    private protected override Undo? Undo(Command command, RolloutState before, RolloutState after) =>
        Opposite<ResumeRollout>(command);
}
