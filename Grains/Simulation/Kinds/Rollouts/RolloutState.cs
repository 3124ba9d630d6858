using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

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

/// <summary>What the new version answered in a second.</summary>
/// <param name="Slow">Of Completed: those of servers whose 95th percentile was too high.</param>
[GenerateSerializer, Immutable]
public readonly record struct GateSecond(int Completed, int Errors, int Slow)
{
    public int Answers => Completed + Errors;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Completed);
        hash.Add(Errors);
        hash.Add(Slow);
    }
}

/// <summary>A rollout: what was asked for, which step it is in, and with which servers.</summary>
/// <param name="Batch">The servers the step is about; likewise Done, Waiting (blue/green: Batch the new group, Waiting the old
/// one).</param>
/// <param name="Share">Blue/green: percent of the traffic on the new group.</param>
/// <param name="Bought">Blue/green: servers of the new group that were ordered.</param>
/// <param name="Window">What the gate judges by; Watched: the servers it looked at when the last second ended.</param>
/// <param name="Fleet">Replace: how many servers there should be; 0: it replaces none.</param>
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
    string Command,
    int Fleet = 0) : IComponent
{
    public static ComponentKind Kind { get; } = new("rollout", 105);

    public bool UnderWay => Status is RolloutStatus.Running or RolloutStatus.RollingBack or RolloutStatus.Paused;

    /// <summary>Its step ends by the clock; the others end when something has come about, and fail at their end.</summary>
    public bool Lasts => Step is RolloutStep.Drain or RolloutStep.Bake or RolloutStep.Shift;

    internal RolloutState Enter(RolloutStep step, long nowNs, long lastsNs) =>
        this with { Step = step, StepStartedNs = nowNs, StepEndsNs = nowNs + lastsNs };

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add((long)Status);
        hash.Add(Version);
        hash.Add(FromVersion);
        Options.AddTo(ref hash);
        hash.Add((long)Step);
        hash.Add(StepStartedNs);
        hash.Add(StepEndsNs);
        hash.Add(Batch.Length);
        foreach (var each in Batch) hash.Add(each);
        hash.Add(Done.Length);
        foreach (var each in Done) hash.Add(each);
        hash.Add(Waiting.Length);
        foreach (var each in Waiting) hash.Add(each);
        hash.Add(Share);
        hash.Add(Bought);
        hash.Add(Window.Length);
        foreach (var each in Window) each.AddTo(ref hash);
        hash.Add(Watched.Length);
        foreach (var each in Watched) hash.Add(each);
        hash.Add(StartedNs);
        hash.Add(DoneNs);
        hash.Add(By);
        hash.Add(Command);
        // only where it is set: systems of before that was possible keep their hash
        if (Fleet > 0) hash.Add(Fleet);
    }
}
