using MessagePack;
using OpsGame.Grains.Records;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Wire;

/// <summary>A scenario as the library shows it.</summary>
/// <param name="Difficulty">1 (first steps) to 5.</param>
/// <param name="Classes">The kinds of requests its users send, in the order colours are given.</param>
/// <param name="Sizes">Server sizes that may be bought.</param>
/// <param name="Releases">Versions that may be rolled out.</param>
/// <param name="Sketch">What its small picture shows.</param>
[MessagePackObject]
public sealed record ScenarioCard(
    [property: Key("id")] string Id,
    [property: Key("version")] int Version,
    [property: Key("title")] Text Title,
    [property: Key("summary")] Text Summary,
    [property: Key("teaches")] Text Teaches,
    [property: Key("brief")] Text Brief,
    [property: Key("minutes")] double Minutes,
    [property: Key("difficulty")] int Difficulty,
    [property: Key("classes")] ClassCard[] Classes,
    [property: Key("sizes")] SizeCard[] Sizes,
    [property: Key("releases")] ReleaseCard[] Releases,
    [property: Key("objectives")] ObjectiveCard[] Objectives,
    [property: Key("sketch")] SketchCard Sketch);

/// <summary>The drill of the day: the same faults at the same moments for everybody.</summary>
/// <param name="Date">UTC, as 2026-12-01.</param>
[MessagePackObject]
public sealed record DailyView([property: Key("scenario")] string Scenario, [property: Key("date")] string Date);

/// <summary>A scenario's system in outline, from the users to the data.</summary>
/// <param name="Servers">The racks in order, and in each its servers by the tiers they have: letters of w (web), a (app), d
/// (database), j (worker: jobs).</param>
/// <param name="Replicas">Servers of the database beside the first.</param>
/// <param name="Locks">Some requests hold an exclusive lock.</param>
[MessagePackObject]
public sealed record SketchCard(
    [property: Key("tls")] bool Tls,
    [property: Key("edge")] bool Edge,
    [property: Key("balancer")] bool Balancer,
    [property: Key("inner")] bool Inner,
    [property: Key("servers")] string[][] Servers,
    [property: Key("cache")] bool Cache,
    [property: Key("replicas")] int Replicas,
    [property: Key("locks")] bool Locks,
    [property: Key("scales")] bool Scales,
    [property: Key("queue")] bool Queue);

/// <summary>A request class; TargetMs is T of the service score.</summary>
[MessagePackObject]
public sealed record ClassCard(
    [property: Key("id")] string Id,
    [property: Key("title")] Text Title,
    [property: Key("targetMs")] double TargetMs,
    [property: Key("patienceMs")] double PatienceMs,
    [property: Key("features")] FeatureCard[] Features);

/// <summary>What a flag switches off; Worth: so much less (0–1) is a good answer worth then.</summary>
[MessagePackObject]
public sealed record FeatureCard(
    [property: Key("id")] string Id,
    [property: Key("title")] Text Title,
    [property: Key("worth")] double Worth);

/// <summary>A server size and its price in dollars an hour.</summary>
[MessagePackObject]
public sealed record SizeCard(
    [property: Key("id")] string Id,
    [property: Key("cores")] int Cores,
    [property: Key("memoryMiB")] int MemoryMiB,
    [property: Key("pricePerHour")] double PricePerHour);

/// <summary>A release waiting to go out; the window is in seconds from the drill's start.</summary>
[MessagePackObject]
public sealed record ReleaseCard(
    [property: Key("version")] string Version,
    [property: Key("title")] Text Title,
    [property: Key("fromSeconds")] double FromSeconds,
    [property: Key("untilSeconds")] double UntilSeconds);

/// <summary>What the drill asks for.</summary>
[MessagePackObject]
public sealed record ObjectiveCard([property: Key("id")] string Id, [property: Key("text")] Text Text);

/// <summary>One row of a scenario's board of finished drills, best first.</summary>
[MessagePackObject]
public sealed record BoardEntry(
    [property: Key("drill")] string Drill,
    [property: Key("team")] string Team,
    [property: Key("players")] string[] Players,
    [property: Key("score")] int Score,
    [property: Key("service")] double Service,
    [property: Key("spent")] double Spent,
    [property: Key("seed")] string Seed,
    [property: Key("finishedAt")] string FinishedAt,
    [property: Key("scenarioVersion")] int ScenarioVersion,
    [property: Key("engine")] string Engine);

/// <summary>A drill as the organiser's list shows it.</summary>
/// <param name="Teams">Each has an estate of its own.</param>
/// <param name="People">Who has a seat.</param>
/// <param name="Online">Who of them is connected.</param>
/// <param name="Named">People are still called by their names in it.</param>
[MessagePackObject]
public sealed record DrillCard(
    [property: Key("drill")] string Drill,
    [property: Key("code")] string Code,
    [property: Key("scenario")] string Scenario,
    [property: Key("status"), OneOf(typeof(DrillStatus))] string Status,
    [property: Key("teams")] int Teams,
    [property: Key("people")] int People,
    [property: Key("online")] int Online,
    [property: Key("startedAt")] string StartedAt,
    [property: Key("named")] bool Named);
