using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Contracts;

/// <summary>What is refused, and why: codes of their texts.</summary>
public static class DrillRefusals
{
    public static RefusalCode AlreadyStarted { get; } = new("drill-already-started");

    public static RefusalCode CodeUnknown { get; } = new("code-unknown");

    public static RefusalCode CommandIdTaken { get; } = new("command-id-taken");

    public static RefusalCode Deleted { get; } = new("drill-deleted");

    public static RefusalCode EstateCatchingUp { get; } = new("estate-catching-up");

    public static RefusalCode EstateRestarting { get; } = new("estate-restarting");

    public static RefusalCode EstatesFull { get; } = new("estates-full");

    public static RefusalCode EvaluationUnknown { get; } = new("evaluation-unknown");

    public static RefusalCode Finished { get; } = new("drill-finished");

    public static RefusalCode Full { get; } = new("drill-full");

    public static RefusalCode NameTaken { get; } = new("name-taken");

    public static RefusalCode NotPaused { get; } = new("drill-not-paused");

    public static RefusalCode NotRunning { get; } = new("drill-not-running");

    public static RefusalCode NotUpgraded { get; } = new("drill-not-upgraded");

    public static RefusalCode Paused { get; } = new("drill-paused");

    public static RefusalCode PlaysAlready { get; } = new("plays-already");

    public static RefusalCode ScenarioUnknown { get; } = new("scenario-unknown");

    public static RefusalCode SeatGivenUp { get; } = new("seat-given-up");

    public static RefusalCode SeatUnknown { get; } = new("seat-unknown");

    public static RefusalCode SeedInPlay { get; } = new("seed-in-play");

    public static RefusalCode SpeedInvalid { get; } = new("speed-invalid");

    public static RefusalCode StorageUnavailable { get; } = new("storage-unavailable");

    public static RefusalCode TeamFull { get; } = new("team-full");

    public static RefusalCode TeamNameTaken { get; } = new("team-name-taken");

    public static RefusalCode TeamUnknown { get; } = new("team-unknown");

    public static RefusalCode TeamsNone { get; } = new("teams-none");

    public static RefusalCode TeamsTooMany { get; } = new("teams-too-many");

    public static RefusalCode DrillsTooFast { get; } = new("drills-too-fast");

    public static RefusalCode TooFast { get; } = new("too-fast");

    public static RefusalCode TooManyCommands { get; } = new("too-many-commands");

    public static RefusalCode TooManyDrills { get; } = new("too-many-drills");

    public static RefusalCode TooManyDrillsHere { get; } = new("too-many-drills-here");

    public static RefusalCode Unknown { get; } = new("drill-unknown");

    public static RefusalCode Upgraded { get; } = new("drill-upgraded");
}
