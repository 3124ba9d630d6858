using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Hubs;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class HubRefusals
{
    public static RefusalCode EvaluationsTooFast { get; } = new("evaluations-too-fast");

    public static RefusalCode FaultUnknown { get; } = new("fault-unknown");

    public static RefusalCode Internal { get; } = new("internal");

    public static RefusalCode NotYourRole { get; } = new("not-your-role");

    public static RefusalCode PageOutdated { get; } = new("page-outdated");

    public static RefusalCode PlanTooLarge { get; } = new("plan-too-large");

    public static RefusalCode RequestInvalid { get; } = new("request-invalid");

    public static RefusalCode RoleUnknown { get; } = new("role-unknown");

    public static RefusalCode SeatMissing { get; } = new("seat-missing");

    public static RefusalCode TooManyGuesses { get; } = new("too-many-guesses");
}
