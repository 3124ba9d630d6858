using MessagePack;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;

namespace OpsGame.Server.Wire;

/// <summary>An auto scaler of a tier's servers.</summary>
/// <param name="Running">Servers of it that run.</param>
/// <param name="Metric">Mean CPU share of the warm ones, 0–1; where it goes by the backlog that one's share of its full
/// load.</param>
/// <param name="Target">Where target tracking wants the metric.</param>
/// <param name="QuietUntilMs">Its cool-down: until then load changes nothing.</param>
/// <param name="Schedule">From when how many servers, as the action writes it: "0s 4, 2m 8"; none.</param>
/// <param name="Backlog">Waiting messages a server that are its full load; 0: it goes by CPU.</param>
/// <param name="Connections">Long-lived ones a server that are its full load; 0: it does not go by them.</param>
/// <param name="Health">Whose word counts when it replaces servers.</param>
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
/// <param name="UpSeconds">Stabilisation window before there are more servers; DownSeconds: fewer.</param>
[MessagePackObject]
public sealed record BehaviorView(
    [property: Key("everySeconds")] double EverySeconds,
    [property: Key("tolerance"), Exact(1000)] double Tolerance,
    [property: Key("upSeconds")] double UpSeconds,
    [property: Key("downSeconds")] double DownSeconds);
