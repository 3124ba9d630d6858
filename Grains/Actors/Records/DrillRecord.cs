using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation;

namespace OpsGame.Grains.Records;

public enum DrillStatus
{
    Lobby,
    Running,
    Paused,
    Finished,
}

public enum SeatRole
{
    Player,
    Instructor,
    Observer,
}

/// <summary>A drill as it is kept: everything but its estates' logs.</summary>
/// <param name="Code">Six characters by which people join.</param>
/// <param name="ScenarioHash">The exact scenario it is played on.</param>
/// <param name="Speed">Simulated seconds a second, also while paused.</param>
/// <param name="PeopleEver">Seats ever given; numbers the next one.</param>
/// <param name="Results">How the teams stood at the end; empty before.</param>
/// <param name="Diverged">A replay after a restart came to another hash than was logged: its results cannot be trusted.</param>
/// <param name="Revision">
/// Counts its changes as they are kept: one that does not follow the last is somebody's who was superseded.
/// </param>
/// <param name="Engine">The rules it was begun by; empty before the start.</param>
/// <param name="GoesOnWith">
/// The rules it was chosen to go on with (or end under) when the server was upgraded meanwhile; null: its own.
/// </param>
/// <param name="Address">Who opened it, as far as the server can see; empty: the organiser, or it is finished.</param>
/// <param name="Sandbox">Its only player breaks things at will; nobody is told a score of it.</param>
/// <param name="From">Practice: it goes on from a moment of another drill, known to whoever plays; null: from the start.</param>
[GenerateSerializer, Immutable]
public sealed record DrillRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string Code,
    [property: Id(2)] string Scenario,
    [property: Id(3)] int ScenarioVersion,
    [property: Id(4)] string ScenarioHash,
    [property: Id(5)] ulong Seed,
    [property: Id(6)] bool Solo,
    [property: Id(7)] DrillStatus Status,
    [property: Id(8)] double Speed,
    [property: Id(9)] ImmutableArray<Team> Teams,
    [property: Id(10)] ImmutableArray<Person> People,
    [property: Id(11)] int PeopleEver,
    [property: Id(12)] DateTimeOffset CreatedAt,
    [property: Id(13)] DateTimeOffset? StartedAt,
    [property: Id(14)] DateTimeOffset? FinishedAt,
    [property: Id(15)] ImmutableArray<Standing> Results,
    [property: Id(16)] bool Diverged,
    [property: Id(17)] long Revision = 0,
    [property: Id(18)] string Engine = "",
    [property: Id(19)] string? GoesOnWith = null,
    [property: Id(20)] string Address = "",
    [property: Id(21)] bool Sandbox = false,
    [property: Id(22)] Beginning? From = null)
{
    /// <summary>
    /// Other rules than those it is played by run here now; somebody must choose whether it goes on with them or ends.
    /// </summary>
    public bool IsUpgraded =>
        StartedAt is not null && Status != DrillStatus.Finished && (GoesOnWith ?? Engine) != EngineVersion.Text;

    /// <summary>It was played by more than one version of the rules.</summary>
    public bool IsMixed => GoesOnWith is not null;

    /// <summary>Its results may stand on a board: of all its teams, or of none.</summary>
    public bool Counts => !IsMixed && !Diverged && !Sandbox && From is null;

    public Person? Find(string player) => People.FirstOrDefault(person => person.Id == player);

    /// <summary>Somebody who is in the drill has it, or whoever comes next will.</summary>
    public bool Holds(string player) => Find(player) is { } person ? !person.Left : NumberOf(player) > PeopleEver;

    private static int NumberOf(string player) => int.Parse(player.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}

[GenerateSerializer, Immutable]
public sealed record Team([property: Id(0)] string Id, [property: Id(1)] string Name);

/// <summary>
/// Somebody with a seat. Team: played by a player; null for the others. Left: gone for good, the name stays theirs.
/// </summary>
/// <param name="Browser">Fingerprint of the browser it was taken with; empty: not known.</param>
[GenerateSerializer, Immutable]
public sealed record Person(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] SeatRole Role,
    [property: Id(3)] string? Team,
    [property: Id(4)] bool Left,
    [property: Id(5)] string Browser = "");

/// <summary>How a team stands. Service: 0–1, of the drill so far.</summary>
[GenerateSerializer, Immutable]
public sealed record Standing(
    [property: Id(0)] string Team,
    [property: Id(1)] long Tick,
    [property: Id(2)] ulong Hash,
    [property: Id(3)] bool Ended,
    [property: Id(4)] int Score,
    [property: Id(5)] double Service,
    [property: Id(6)] long SpentNanoDollars);

/// <summary>The drill as everybody in it sees it. Online: ids of people with a connection.</summary>
/// <param name="Waits">For the storage, which takes nothing now: all its clocks stand and go on by themselves.</param>
/// <param name="Deleted">Somebody deleted the drill: this is the last that is heard of it, and nobody has a seat.</param>
[GenerateSerializer, Immutable]
public sealed record RoomState(
    [property: Id(0)] DrillRecord Drill,
    [property: Id(1)] ImmutableArray<Standing> Standings,
    [property: Id(2)] ImmutableArray<string> Online,
    [property: Id(3)] bool Waits = false,
    [property: Id(4)] bool Deleted = false);
