using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents.Actions;

/// <summary>Somebody is commander, operations or communications from now on.</summary>
internal sealed class TakeRole : IncidentAction
{
    public override string Id => "take-role";

    public override int Place => 4;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Choice("role", "commander", "commander", "operations", "communications")];

    internal override IncidentDesk Act(IncidentDesk state, IncidentInput input, Command command, Ruling ruling)
    {
        var role = IncidentRules.Choice<IncidentRole>(command.Text("role"));
        var before = state.Roles.FirstOrDefault(holder => holder.Role == role);
        if (before?.By == command.By)
        {
            ruling.Refuse(command, IncidentRefusals.RoleYoursAlready, command.Text("role"));
            return state;
        }

        if (before is null) ruling.Done(command, IncidentEvents.RoleTaken, command.Text("role"));
        else ruling.Done(command, IncidentEvents.RoleTakenOver, command.Text("role"), before.By);
        var others = before is null ? state.Roles : state.Roles.Remove(before);
        return state with
        {
            Roles = [.. others.Add(new RoleHolder(role, command.By, input.NowNs)).OrderBy(holder => holder.Role)],
        };
    }
}
