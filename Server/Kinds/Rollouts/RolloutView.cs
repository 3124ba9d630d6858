using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Kinds.Rollouts;

namespace OpsGame.Server.Kinds.Rollouts;

/// <summary>The rollout desk.</summary>
/// <param name="Batch">Servers at work; blue/green: the new group.</param>
/// <param name="Waiting">Servers still to come; blue/green: the old group.</param>
/// <param name="Share">Blue/green: percent of the traffic on the new group.</param>
[MessagePackObject]
public sealed record RolloutView(
    [property: Key("id")] string Id,
    [property: Key("status"), OneOf(typeof(RolloutStatus))] string Status,
    [property: Key("version")] string Version,
    [property: Key("fromVersion")] string FromVersion,
    [property: Key("step"), OneOf(typeof(RolloutStep))] string Step,
    [property: Key("batch")] string[] Batch,
    [property: Key("done")] string[] Done,
    [property: Key("waiting")] string[] Waiting,
    [property: Key("stepEndsMs")] double StepEndsMs,
    [property: Key("strategy"), OneOf(typeof(Strategy))] string Strategy,
    [property: Key("share")] int Share);
