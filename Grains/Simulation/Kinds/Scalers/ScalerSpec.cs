using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Scalers;

public enum ScalingKind
{
    /// <summary>It only keeps as many as there are.</summary>
    Off,

    /// <summary>Target tracking: as many as bring the metric to its target.</summary>
    Target,

    /// <summary>So many more or fewer beyond thresholds.</summary>
    Step,

    /// <summary>As many as the schedule says.</summary>
    Schedule,
}

/// <summary>An auto scaler of a tier's servers; it buys and removes them as people do.</summary>
/// <param name="Size">Of the servers it buys.</param>
/// <param name="Health">Whose word counts when it replaces servers; default the server's.</param>
/// <param name="GraceNs">A server that has just come to run is not replaced for so long, 0 – 3600 s; default 300 s (AWS).</param>
public sealed record ScalerSpec(
    string Id, Tier Tier, string Size, ScalingPolicy Policy, ScalerHealth Health = ScalerHealth.Server,
    long GraceNs = 300 * Nanoseconds.PerSecond);

/// <summary>Which servers a scaler replaces (AWS: the health check type, EC2 or ELB).</summary>
public enum ScalerHealth
{
    /// <summary>Those that are gone.</summary>
    Server,

    /// <summary>Also those that their balancer finds unhealthy.</summary>
    Balancer,
}

/// <summary>How a scaler decides. The metric is the mean CPU share of the tier's warm servers over the window.</summary>
/// <param name="Min">0–100; likewise Max, at least Min.</param>
/// <param name="Target">Of the metric, 0.05–0.95; default 0.5.</param>
/// <param name="WindowNs">1 – 600 s; default 60 s, CloudWatch's period.</param>
/// <param name="CooldownNs">After a change load changes nothing for so long, 0 – 3600 s; default 300 s (AWS).</param>
/// <param name="WarmupNs">A new server's load is not counted for so long, 0 – 3600 s; default 300 s (AWS: the cool-down).</param>
/// <param name="InBelow">Target tracking removes a server only below this share of the target, 0.1–1; default 0.9 (AWS: 10 %
/// below).</param>
/// <param name="Steps">Of the step policy.</param>
/// <param name="Schedule">In order of time: from then on that many at least (policy schedule: exactly).</param>
/// <param name="Backlog">Of workers: so many waiting messages a server are its full load, and take the place of its CPU share;
/// default 0: they do not.</param>
/// <param name="Connections">So many long-lived connections a server are its full load, and take the place of its CPU share;
/// default 0: they do not.</param>
/// <param name="Behavior">Of target tracking; null, the default: cool-down, tolerance and InBelow.</param>
[GenerateSerializer, Immutable]
public sealed record ScalingPolicy(
    ScalingKind Kind,
    int Min,
    int Max,
    double Target,
    long WindowNs,
    long CooldownNs,
    long WarmupNs,
    double InBelow,
    ImmutableArray<ScalingStep> Steps,
    ImmutableArray<ScheduledSize> Schedule,
    ScalingBehavior? Behavior = null,
    int Backlog = 0,
    int Connections = 0)
{
    /// <summary>What no file and no command may break; likewise <see cref="StepsAreApart"/>.</summary>
    public bool MinIsBelowMax => Min <= Max;

    /// <summary>Every step below lies under every step above.</summary>
    public bool StepsAreApart => Steps.Where(step => !step.Above).All(below =>
        Steps.Where(step => step.Above).All(above => below.Threshold < above.Threshold));

    public bool LacksSchedule => Kind == ScalingKind.Schedule && Schedule.IsEmpty;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Kind);
        hash.Add(Min);
        hash.Add(Max);
        hash.Add(Target);
        hash.Add(WindowNs);
        hash.Add(CooldownNs);
        hash.Add(WarmupNs);
        hash.Add(InBelow);
        hash.Add(Steps.Length);
        foreach (var each in Steps) each.AddTo(ref hash);
        hash.Add(Schedule.Length);
        foreach (var each in Schedule) each.AddTo(ref hash);
        hash.Add(Backlog);
        hash.Add(Behavior is not null);
        Behavior?.AddTo(ref hash);
        // histories from before a scaler could go by them know none
        if (Connections > 0) hash.Add(Connections);
    }
}

/// <summary>Above (or below) the threshold so many servers more (or fewer); of several the farthest one counts.</summary>
[GenerateSerializer, Immutable]
public sealed record ScalingStep(bool Above, double Threshold, int Change)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Above);
        hash.Add(Threshold);
        hash.Add(Change);
    }
}

[GenerateSerializer, Immutable]
public sealed record ScheduledSize(long AtNs, int Desired)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(AtNs);
        hash.Add(Desired);
    }
}
