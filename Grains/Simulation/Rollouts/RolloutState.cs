using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Rollouts;

/// <summary>How a version gets onto the servers.</summary>
public enum Strategy
{
    /// <summary>A fraction after another leaves the balancer, is drained, installed, started, checked and comes back.</summary>
    InPlace,

    /// <summary>In place, one server after another.</summary>
    Rolling,

    /// <summary>In place, first one server alone, watched; then the rest by fractions.</summary>
    Canary,

    /// <summary>All at once: nobody serves meanwhile, and never two versions.</summary>
    Recreate,

    /// <summary>A whole new group beside the old one; the traffic moves over; the old group is removed.</summary>
    BlueGreen,

    /// <summary>The version starts on the other port of the same server; its proxy is switched over; the old processes end.</summary>
    InServer,
}

public enum RolloutStatus
{
    Idle,
    Running,
    RollingBack,
    Done,
    Failed,

    /// <summary>Stands where it is until it is resumed or rolled back.</summary>
    Paused,
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

    /// <summary>The new group is bought and boots.</summary>
    Provision,

    /// <summary>Traffic moves to the new group.</summary>
    Shift,

    /// <summary>The proxies of the batch turn to the other port.</summary>
    Switch,

    /// <summary>What is not needed any more goes: the other group, or the other port's processes.</summary>
    Remove,
}

/// <summary>What was asked for.</summary>
/// <param name="Fraction">Of the serving servers in a batch, 0.05–1.</param>
/// <param name="Restarts">In a server: the proxy restarts (what is under way is cut) instead of reloading.</param>
/// <param name="ShutdownNs">In a server: what old processes still hold after it is cut; 0: the scenario's worker shutdown timeout.</param>
/// <param name="BySteps">Blue/green: 10 %, 50 %, 100 % of the traffic instead of all of it at once, each watched for the bake time.</param>
/// <param name="KeepsOld">Blue/green: the old group stays, for a quick way back.</param>
/// <param name="MaxErrors">
/// Share 0–1 of the answers of servers that run the new version: more errors than chance explains roll it back (<see cref="Gate"/>); 1: never.
/// Who found nobody there, or was cut, got no answer and does not count.
/// </param>
/// <param name="MaxLatencyNs">
/// Likewise a 95th percentile of those answers above this, measured at the server; 0: never. Harm the version does elsewhere, to the
/// database for one, shows here.
/// </param>
[GenerateSerializer, Immutable]
public sealed record RolloutOptions(
    Strategy Strategy, double Fraction, long DrainNs, long BakeNs, bool Restarts, long ShutdownNs, bool BySteps, bool KeepsOld,
    double MaxErrors, long MaxLatencyNs);

/// <summary>What the new version answered in a second.</summary>
/// <param name="Slow">Of Completed: those of servers whose 95th percentile was too high.</param>
[GenerateSerializer, Immutable]
public readonly record struct GateSecond(int Completed, int Errors, int Slow)
{
    public int Answers => Completed + Errors;
}

/// <summary>A rollout: what was asked for, which step it is in, and with which servers.</summary>
/// <param name="Batch">The servers the step is about; likewise Done, Waiting (blue/green: Batch the new group, Waiting the old one).</param>
/// <param name="Share">Blue/green: percent of the traffic on the new group.</param>
/// <param name="Bought">Blue/green: servers of the new group that were ordered.</param>
/// <param name="Window">What the gate judges by; Watched: the servers it looked at when the last second ended.</param>
/// <param name="By">Who started it; its orders are attributed to them.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutState(
    string Id,
    RolloutStatus Status,
    string Version,
    string FromVersion,
    RolloutOptions Options,
    RolloutStep Step,
    long StepStartedNs,
    long StepEndsNs,
    ImmutableArray<string> Batch,
    ImmutableArray<string> Done,
    ImmutableArray<string> Waiting,
    int Share,
    int Bought,
    ImmutableArray<GateSecond> Window,
    ImmutableArray<string> Watched,
    long StartedNs,
    long DoneNs,
    string By,
    string Command)
{
    public bool UnderWay => Status is RolloutStatus.Running or RolloutStatus.RollingBack or RolloutStatus.Paused;

    /// <summary>Its step ends by the clock; the others end when something has come about, and fail at their end.</summary>
    public bool Lasts => Step is RolloutStep.Drain or RolloutStep.Bake or RolloutStep.Shift;

    internal RolloutState Enter(RolloutStep step, long nowNs, long lastsNs) =>
        this with { Step = step, StepStartedNs = nowNs, StepEndsNs = nowNs + lastsNs };
}

/// <summary>What a rollout knows when it ticks.</summary>
/// <param name="Conditions">What everybody may see of the servers; whose target each is.</param>
/// <param name="Targets">Of all balancers; without one a batch simply stops serving while it is installed.</param>
/// <param name="Versions">That may be rolled out.</param>
/// <param name="Telemetry">The servers' last second, for the gate.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    ImmutableArray<ServerState> Servers,
    ImmutableArray<RackState> Racks,
    ImmutableArray<ServerCondition> Conditions,
    ImmutableArray<TargetState> Targets,
    ImmutableArray<string> Versions,
    ImmutableArray<ServerTelemetry> Telemetry)
{
    internal ServerState? Server(string id) => Servers.FirstOrDefault(server => server.Id == id);

    internal TargetState? Target(string id) => Targets.FirstOrDefault(target => target.Server == id);

    /// <summary>Whose target a server is; empty: nobody's.</summary>
    internal string BalancerOf(string id) => Conditions.FirstOrDefault(condition => condition.Id == id)?.Balancer ?? "";

    internal bool Serves(string id) => Server(id) is { Lifecycle: Lifecycle.Running };

    /// <summary>As its balancer sees it; without one nobody says otherwise.</summary>
    internal bool IsHealthy(string id) => Target(id) is null or { Health: TargetHealth.Healthy };
}
