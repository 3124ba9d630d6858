using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Rollouts;

public enum RolloutStatus
{
    Idle,
    Running,
    RollingBack,
    Done,
    Failed,
}

public enum RolloutStep
{
    None,

    /// <summary>The batch leaves the balancer and finishes what it has.</summary>
    Drain,
    Install,

    /// <summary>The batch is back in the balancer; its health check must agree.</summary>
    Check,

    /// <summary>Watching before the next batch.</summary>
    Bake,
}

/// <summary>An in-place rollout: batch after batch is detached, drained, installed, started, checked, attached and watched.</summary>
/// <param name="By">Who started it; its orders are attributed to them.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutState(
    [property: Id(0)] string Id,
    [property: Id(1)] RolloutStatus Status,
    [property: Id(2)] string Version,
    [property: Id(3)] string FromVersion,
    [property: Id(4)] double Fraction,
    [property: Id(5)] long DrainNs,
    [property: Id(6)] long BakeNs,
    [property: Id(7)] RolloutStep Step,
    [property: Id(8)] long StepStartedNs,
    [property: Id(9)] long StepEndsNs,
    [property: Id(10)] ImmutableArray<string> Batch,
    [property: Id(11)] ImmutableArray<string> Done,
    [property: Id(12)] ImmutableArray<string> Waiting,
    [property: Id(13)] long StartedNs,
    [property: Id(14)] long DoneNs,
    [property: Id(15)] string By,
    [property: Id(16)] string Command);

/// <summary>What a rollout knows when it ticks.</summary>
/// <param name="Balancer">Empty where the estate has none: then a batch simply stops serving while it is installed.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutInput(
    [property: Id(0)] string Id,
    [property: Id(1)] long NowNs,
    [property: Id(2)] ImmutableArray<Command> Commands,
    [property: Id(3)] ImmutableArray<ServerCondition> Servers,
    [property: Id(4)] string Balancer,
    [property: Id(5)] ImmutableArray<TargetState> Targets,
    [property: Id(6)] ImmutableArray<string> Versions);
