using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents.Actions;

/// <summary>An action on the incident desk.</summary>
public abstract class IncidentAction : ActionOn<IncidentDesk, IncidentInput>
{
    public sealed override ComponentKind Target => IncidentDesk.Kind;
}
