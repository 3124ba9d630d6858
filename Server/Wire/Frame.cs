using MessagePack;
using OpsGame.Grains.Contracts;
using OpsGame.Server.Kinds.Balancers;
using OpsGame.Server.Kinds.Caches;
using OpsGame.Server.Kinds.Certificates;
using OpsGame.Server.Kinds.Databases;
using OpsGame.Server.Kinds.Dns;
using OpsGame.Server.Kinds.Queues;
using OpsGame.Server.Kinds.Racks;
using OpsGame.Server.Kinds.Rollouts;
using OpsGame.Server.Kinds.Scalers;
using OpsGame.Server.Kinds.Servers;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Wire;

/// <summary>
/// One estate at one tick, as its clients know it. On the wire a frame is bytes (Server/Packing/README.md): a full one (on
/// joining, or after a gap) says all of this, a delta what changed since the one before, which was of the tick
/// <paramref name="Previous"/>. A full frame that is a few seconds older than what you have comes from a server that has heard
/// less of the estate than the one before: ignore it.
/// </summary>
/// <param name="BehindMs">How far the estate's clock lags behind its speed (0: it keeps up).</param>
/// <param name="Applies">What applies now at each component.</param>
/// <param name="Alerts">All open ones.</param>
/// <param name="Hints">What the team asked for so far and what it may ask for.</param>
/// <param name="Bet">Null: people are not asked about what comes, or not yet.</param>
/// <param name="Events">New since the previous frame (full frame: the latest 200), oldest first.</param>
/// <param name="Traces">Of requests that ended since the previous frame; none in a full one.</param>
/// <param name="Looks">All under way.</param>
/// <param name="Findings">Of all looks so far, the latest of each.</param>
[MessagePackObject]
public sealed record Frame(
    [property: Key("drill")] string Drill,
    [property: Key("team")] string Team,
    [property: Key("tick")] long Tick,
    [property: Key("previous")] long Previous,
    [property: Key("full")] bool Full,
    [property: Key("timeMs")] double TimeMs,
    [property: Key("endsMs")] double EndsMs,
    [property: Key("status"), OneOf(typeof(EstateStatus))] string Status,
    [property: Key("speed"), Exact(10)] double Speed,
    [property: Key("behindMs")] double BehindMs,
    [property: Key("service")] ServiceView Service,
    [property: Key("classes")] ClassView[] Classes,
    [property: Key("racks")] RackView[] Racks,
    [property: Key("servers")] ServerView[] Servers,
    [property: Key("balancers")] BalancerView[] Balancers,
    [property: Key("caches")] CacheView[] Caches,
    [property: Key("databases")] DatabaseView[] Databases,
    [property: Key("rollouts")] RolloutView[] Rollouts,
    [property: Key("dns")] DnsView[] Dns,
    [property: Key("certificates")] CertificateView[] Certificates,
    [property: Key("scalers")] ScalerView[] Scalers,
    [property: Key("queues")] QueueView[] Queues,
    [property: Key("applies")] AppliesView[] Applies,
    [property: Key("score")] ScoreView Score,
    [property: Key("alerts")] AlertView[] Alerts,
    [property: Key("hints")] HintsView Hints,
    [property: Key("bet")] BetView? Bet,
    [property: Key("desk")] DeskView Desk,
    [property: Key("events")] EventView[] Events,
    [property: Key("traces")] TraceView[] Traces,
    [property: Key("looks")] LookView[] Looks,
    [property: Key("findings")] FindingView[] Findings);

/// <summary>
/// Which actions of a player and which faults make sense at a component as it stands, in the order they are shown in. Others
/// would be refused. Also of the users, the power feeds and the incident desk.
/// </summary>
[MessagePackObject]
public sealed record AppliesView([property: Key("id")] string Id, [property: Key("actions")] string[] Actions);

/// <summary>
/// The whole service. Level is the mean request value of the last 10 s (0–1); Budget the error budget left (0–1).
/// </summary>
[MessagePackObject]
public sealed record ServiceView(
    [property: Key("level"), Exact(1000)] double Level,
    [property: Key("overall"), Exact(1000)] double Overall,
    [property: Key("budget"), Exact(1000)] double Budget,
    [property: Key("spent"), Exact(1000)] double Spent,
    [property: Key("perHour")] double PerHour,
    [property: Key("parSpend"), Exact(1000)] double ParSpend,
    [property: Key("inFlight")] int InFlight);

/// <summary>One request class in the last second of simulated time. Without: its features that are switched off.</summary>
[MessagePackObject]
public sealed record ClassView(
    [property: Key("id")] string Id,
    [property: Key("offeredPerSecond")] double OfferedPerSecond,
    [property: Key("answeredPerSecond")] double AnsweredPerSecond,
    [property: Key("failedPerSecond")] double FailedPerSecond,
    [property: Key("latency")] LatencyView Latency,
    [property: Key("without")] string[] Without,
    [property: Key("bulkheads")] string[] Bulkheads);

/// <summary>A request's way as it really went, sampled evenly by request number. Outcome open: still under way.</summary>
/// <param name="Number">Of the request among its class's; Attempt: from 1.</param>
/// <param name="StartMs">Simulated time of sending.</param>
/// <param name="Count">How many sampled requests it stands for.</param>
[MessagePackObject]
public sealed record TraceView(
    [property: Key("class")] string Class,
    [property: Key("number")] long Number,
    [property: Key("attempt")] int Attempt,
    [property: Key("startMs")] double StartMs,
    [property: Key("totalMs")] double TotalMs,
    [property: Key("outcome"), OneOf("ok", "late", "open", typeof(Cause), But = "none")] string Outcome,
    [property: Key("hops")] HopView[] Hops,
    [property: Key("count")] int Count = 1);

/// <summary>
/// One stay: entered, work began, left; milliseconds since the trace's start. Role is null at a balancer or cache.
/// A stay covers the calls it makes further down, so hops nest by time. PausedMs: what it waited after its work began, for a
/// lock, a connection, its process. Note: hit or miss (cache), else null or a failure cause.
/// </summary>
[MessagePackObject]
public sealed record HopView(
    [property: Key("at")] string At,
    [property: Key("role"), OneOf(typeof(Role))] string? Role,
    [property: Key("inMs"), Exact(5)] double InMs,
    [property: Key("workMs"), Exact(5)] double WorkMs,
    [property: Key("outMs"), Exact(5)] double OutMs,
    [property: Key("pausedMs"), Exact(5)] double PausedMs,
    [property: Key("note"), OneOf("hit", "miss", typeof(Cause), But = "none")] string? Note);
