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
    string Id,
    RolloutStatus Status,
    string Version,
    string FromVersion,
    double Fraction,
    long DrainNs,
    long BakeNs,
    RolloutStep Step,
    long StepStartedNs,
    long StepEndsNs,
    ImmutableArray<string> Batch,
    ImmutableArray<string> Done,
    ImmutableArray<string> Waiting,
    long StartedNs,
    long DoneNs,
    string By,
    string Command);

/// <summary>What a rollout knows when it ticks.</summary>
/// <param name="Targets">Of all balancers; without one a batch simply stops serving while it is installed.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    ImmutableArray<ServerCondition> Servers,
    ImmutableArray<TargetState> Targets,
    ImmutableArray<string> Versions);
