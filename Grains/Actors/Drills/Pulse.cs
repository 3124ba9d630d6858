using OpsGame.Grains.Records;

namespace OpsGame.Grains.Drills;

/// <summary>Whether the estates' clocks move.</summary>
internal sealed class Pulse(TimeProvider time)
{
    /// <summary>Far longer than any tick takes, also on a machine that is very busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (long Tick, long At)> _seen = new(StringComparer.Ordinal);

    /// <summary>Their clocks are meant to stand.</summary>
    public void Forget() => _seen.Clear();

    /// <summary>
    /// True: a team's clock has been at the same tick for too long. Asked again, it is given as long once more.
    /// </summary>
    public bool Stands(Standing standing)
    {
        var now = time.GetTimestamp();
        var moves = !_seen.TryGetValue(standing.Team, out var seen) || seen.Tick != standing.Tick;
        var stands = !moves && !standing.Ended && time.GetElapsedTime(seen.At, now) > Patience;
        if (moves || stands) _seen[standing.Team] = (standing.Tick, now);
        return stands;
    }
}
