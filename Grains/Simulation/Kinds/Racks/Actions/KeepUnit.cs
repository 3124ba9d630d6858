using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Actions;

/// <summary>A unit is kept for a server that wants to move here; when it does not come after all it frees the unit.</summary>
internal sealed class KeepUnit : RackAction
{
    public override string Id => Servers.Actions.MoveServer.Name;

    internal override bool IsOrder => true;

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var (server, unit) = (command.Target, state.Units.IndexOf(""));
        var refusal = state.Units.Contains(server) ? RackRefusals.ServerThere
            : !state.Powered ? RackRefusals.Dark
            : unit < 0 ? RackRefusals.Full
            : null;
        if (refusal is null) return state with { Units = state.Units.SetItem(unit, server) };
        ruling.Refuse(command, refusal, server);
        return state;
    }
}
