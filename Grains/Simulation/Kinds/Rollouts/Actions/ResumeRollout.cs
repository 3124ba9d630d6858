using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts.Actions;

/// <summary>It continues; the step it is in gets its whole time again.</summary>
internal sealed class ResumeRollout : RolloutAction
{
    public override string Id => "resume-rollout";

    public override int Place => 3;

    public override ActionTopic Topic => ActionTopic.Run;

    internal override RolloutState Act(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        if (state.Status != RolloutStatus.Paused)
        {
            ruling.Refuse(command, RolloutRefusals.NotPaused);
            return state;
        }

        ruling.Done(command, RolloutEvents.Resumed, state.Version);
        var left = Math.Max(0, state.StepEndsNs - state.StepStartedNs);
        return (state with { Status = RolloutStatus.Running }).Enter(state.Step, input.NowNs, left);
    }

    private protected override Undo? Undo(Command command, RolloutState before, RolloutState after) =>
        Opposite<PauseRollout>(command);
}
