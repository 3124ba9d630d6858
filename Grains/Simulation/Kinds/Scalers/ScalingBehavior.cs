using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>
/// How target tracking goes about it where it does as Kubernetes' horizontal pod autoscaler (autoscaling/v2): in place of the
/// cool-down and of one server fewer at a time.
/// </summary>
/// <param name="EveryNs">It decides so often, 1 – 300 s; default 15 s.</param>
/// <param name="Tolerance">So near the target nothing happens, 0–0.5; default 0.1.</param>
[GenerateSerializer, Immutable]
public sealed record ScalingBehavior(long EveryNs, double Tolerance, ScalingSide Up, ScalingSide Down)
{
    /// <summary>Kubernetes' defaults.</summary>
    public static readonly ScalingBehavior Usual = new(
        15 * Nanoseconds.PerSecond, 0.1,
        new ScalingSide(
            0, RateChoice.Max,
            [new ScalingRate(4, false, 15 * Nanoseconds.PerSecond), new ScalingRate(100, true, 15 * Nanoseconds.PerSecond)]),
        new ScalingSide(
            300 * Nanoseconds.PerSecond, RateChoice.Max, [new ScalingRate(100, true, 15 * Nanoseconds.PerSecond)]));

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(EveryNs);
        hash.Add(Tolerance);
        Up.AddTo(ref hash);
        Down.AddTo(ref hash);
    }
}

/// <summary>Which of a side's rates counts.</summary>
public enum RateChoice
{
    /// <summary>The one that lets it change the most.</summary>
    Max,
    Min,

    /// <summary>It does not change to this side at all.</summary>
    Off,
}

/// <summary>More servers, or fewer.</summary>
/// <param name="WindowNs">Of what the load asked for within it, the number nearest to the present one counts, 0 – 3600 s.</param>
/// <param name="Rates">How much it may change in how long; at least one.</param>
[GenerateSerializer, Immutable]
public sealed record ScalingSide(long WindowNs, RateChoice Select, ImmutableArray<ScalingRate> Rates)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(WindowNs);
        hash.Add((long)Select);
        hash.Add(Rates.Length);
        foreach (var each in Rates) each.AddTo(ref hash);
    }
}

/// <summary>So many servers, or percent of those there were when the period began.</summary>
/// <param name="PeriodNs">1 – 1800 s.</param>
[GenerateSerializer, Immutable]
public sealed record ScalingRate(int Amount, bool Percent, long PeriodNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Amount);
        hash.Add(Percent);
        hash.Add(PeriodNs);
    }
}
