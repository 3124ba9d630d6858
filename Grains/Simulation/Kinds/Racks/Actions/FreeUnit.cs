using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Actions;

/// <summary>A server is gone, or does not come.</summary>
internal sealed class FreeUnit : RackAction
{
    public override string Id => "free-unit";

    internal override bool IsOrder => true;

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling) =>
        state with { Units = state.Units.Replace(command.Text("server"), "") };
}
