using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents;

/// <summary>What is told of: codes of their texts.</summary>
public static class IncidentEvents
{
    public static EventCode CauseNamed { get; } = new("cause-named");

    public static EventCode CauseRight { get; } = new("cause-right");

    public static EventCode CauseWrong { get; } = new("cause-wrong");

    public static EventCode Closed { get; } = new("incident-closed");

    public static EventCode Declared { get; } = new("incident-declared");

    public static EventCode RoleTaken { get; } = new("role-taken");

    public static EventCode RoleTakenOver { get; } = new("role-taken-over");

    public static EventCode StatusPosted { get; } = new("status-posted");
}
