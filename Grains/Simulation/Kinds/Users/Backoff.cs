using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>How long a user waits before attempt n + 2: within min(most, base × factor^n).</summary>
/// <param name="BaseNs">Before the second attempt.</param>
/// <param name="Jitter">0–1: drawn evenly from the wait × (1 ± jitter); <see cref="Full"/>: from 0 to the wait (Brooker,
/// Exponential Backoff And Jitter, AWS 2015).</param>
/// <param name="Factor">1–10: of each wait to the one before; 1: they are all the same.</param>
/// <param name="MostNs">No wait is longer; 0: without an end.</param>
[GenerateSerializer, Immutable]
public sealed record Backoff(long BaseNs, double Jitter, double Factor = 1, long MostNs = 0)
{
    /// <summary>A jitter that begins at nothing.</summary>
    public const double Full = -1;

    /// <param name="attempt">The one to come, from 2 on.</param>
    /// <param name="luck">Evenly in 0–1.</param>
    public long Before(int attempt, double luck)
    {
        double wait = BaseNs;
        for (var earlier = 2; earlier < attempt; earlier++) wait *= Factor;
        if (MostNs > 0) wait = Math.Min(wait, MostNs);
        return (long)(Jitter == Full ? wait * luck : wait * (1 + Jitter * (2 * luck - 1)));
    }

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(BaseNs);
        hash.Add(Jitter);
        hash.Add(Factor);
        hash.Add(MostNs);
    }
}
