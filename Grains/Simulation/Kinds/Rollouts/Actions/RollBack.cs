using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts.Actions;

/// <summary>Servers that were changed return to the previous version.</summary>
internal sealed class RollBack : RolloutAction
{
    public override string Id => "roll-back";

    public override int Place => 4;

    public override ActionTopic Topic => ActionTopic.Run;

    internal override RolloutState Act(RolloutState state, RolloutInput input, Command command, Ruling ruling)
    {
        if (state.Status is not (RolloutStatus.Running or RolloutStatus.Paused or RolloutStatus.Done or RolloutStatus.Failed))
        {
            ruling.Refuse(command, RolloutRefusals.NothingToRollBack);
            return state;
        }

        ruling.Done(command, RolloutEvents.RollingBack, state.FromVersion);
        return RolloutRules.TurnBack(state, input, command.By, command.Id, ruling);
    }
}
