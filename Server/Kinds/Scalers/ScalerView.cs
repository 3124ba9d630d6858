using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;

namespace OpsGame.Server.Kinds.Scalers;

/// <summary>An auto scaler of a tier's servers.</summary>
/// <param name="Running">Servers of it that run.</param>
/// <param name="Metric">Mean CPU share of the warm servers, 0–1; if it scales by the backlog, the backlog as a share of
/// full load.</param>
/// <param name="Target">What target tracking keeps the metric at.</param>
/// <param name="QuietUntilMs">Its cool-down: until then load changes nothing.</param>
/// <param name="Schedule">Times and numbers of servers, as the action writes them: "0s 4, 2m 8"; none.</param>
/// <param name="Backlog">Waiting messages per server that count as its full load; 0: it scales by CPU.</param>
/// <param name="Connections">Long-lived connections per server that count as its full load; 0: it does not scale by them.</param>
/// <param name="Health">server: it replaces servers that are gone; balancer: also those the balancer finds unhealthy.</param>
/// <param name="Behavior">Null: cool-down, tolerance and one server fewer at a time.</param>
/// <param name="NoRoom">No rack has a unit for what is missing.</param>
[MessagePackObject]
public sealed record ScalerView(
    [property: Key("id")] string Id,
    [property: Key("tier"), OneOf(typeof(Tier))] string Tier,
    [property: Key("size")] string Size,
    [property: Key("policy"), OneOf(typeof(ScalingKind))] string Policy,
    [property: Key("desired")] int Desired,
    [property: Key("running")] int Running,
    [property: Key("min")] int Min,
    [property: Key("max")] int Max,
    [property: Key("metric"), Exact(100)] double Metric,
    [property: Key("target"), Exact(1000)] double Target,
    [property: Key("quietUntilMs")] double QuietUntilMs,
    [property: Key("noRoom")] bool NoRoom,
    [property: Key("schedule")] string Schedule,
    [property: Key("backlog")] int Backlog,
    [property: Key("health"), OneOf(typeof(ScalerHealth))] string Health,
    [property: Key("behavior")] BehaviorView? Behavior,
    [property: Key("connections")] int Connections);

/// <summary>How target tracking goes about it, as Kubernetes' horizontal pod autoscaler.</summary>
/// <param name="UpSeconds">Stabilization window before it scales out; DownSeconds: before it scales in.</param>
[MessagePackObject]
public sealed record BehaviorView(
    [property: Key("everySeconds")] double EverySeconds,
    [property: Key("tolerance"), Exact(1000)] double Tolerance,
    [property: Key("upSeconds")] double UpSeconds,
    [property: Key("downSeconds")] double DownSeconds);
