using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>The ALTER that is under way is taken back; who waited behind it goes on.</summary>
internal sealed class CancelAlter : DatabaseAction
{
    public override string Id => "cancel-alter";

    public override int Place => 12;

    public override ActionTopic Topic => ActionTopic.Release;

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        if (state.Alter is not { UnderWay: true } alter)
        {
            ruling.Refuse(command, DatabaseRefusals.NoAlter);
            return state;
        }

        ruling.Do(new Databases.CancelAlter(state.Id));
        ruling.Done(command, DatabaseEvents.AlterCancelled, alter.Class, AlterRules.Tenths(input.NowNs - alter.SinceNs));
        return state with { Alter = alter with { UnderWay = false } };
    }

    private protected override bool Applies(DatabaseState state, IEstate estate) => state.Alter is { UnderWay: true };
}
