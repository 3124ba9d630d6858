using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// Passive health: a target whose requests fail is left out for a while (nginx's max_fails, HAProxy's observe, Envoy's outlier
/// detection).
/// </summary>
/// <param name="Failures">That eject it, 1–1000; 0: none do.</param>
/// <param name="WithinNs">So many within this time, at most an hour; 0: so many in a row.</param>
/// <param name="BaseNs">It is ejected for so long × how often it was recently; default 30 s.</param>
/// <param name="MostNs">But never longer; default 300 s.</param>
/// <param name="Share">Of the attached targets, at most this share is left out at one time, but always one may be; 0–1, default
/// 0.1.</param>
/// <param name="Errors">Answers of 5xx are failures too; otherwise only connections and answers that fail to come.</param>
[GenerateSerializer, Immutable]
public sealed record EjectionPolicy(int Failures, long WithinNs, long BaseNs, long MostNs, double Share, bool Errors)
{
    /// <summary>Of Envoy all but the number: five in a row would eject.</summary>
    public static readonly EjectionPolicy None = new(0, 0, 30 * Nanoseconds.PerSecond, 300 * Nanoseconds.PerSecond, 0.1, true);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Failures);
        hash.Add(WithinNs);
        hash.Add(BaseNs);
        hash.Add(MostNs);
        hash.Add(Share);
        hash.Add(Errors);
    }
}
