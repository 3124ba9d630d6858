using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class IncidentRefusals
{
    public static RefusalCode CauseNamedAlready { get; } = new("cause-named-already");

    public static RefusalCode CausesTooMany { get; } = new("causes-too-many");

    public static RefusalCode None { get; } = new("incident-none");

    public static RefusalCode Open { get; } = new("incident-open");

    public static RefusalCode RoleYoursAlready { get; } = new("role-yours-already");

    public static RefusalCode StatusTooMany { get; } = new("status-too-many");

    public static RefusalCode StillHurting { get; } = new("incident-still-hurting");

    public static RefusalCode TooMany { get; } = new("incidents-too-many");
}
