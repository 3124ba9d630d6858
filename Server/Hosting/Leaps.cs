namespace OpsGame.Server.Hosting;

/// <summary>
/// Tells a clock that was set ahead from time that has passed. What goes by its age, for good, must not go because somebody set
/// a clock, or a machine woke up with a wrong one: for a day nobody believes it.
/// </summary>
internal sealed class Leaps(TimeProvider time)
{
    /// <summary>More than clocks drift apart between two looks, less than anything is kept for.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Doubted = TimeSpan.FromDays(1);

    private (DateTimeOffset Now, long At) _seen = (time.GetUtcNow(), time.GetTimestamp());
    private long? _leapt;

    /// <summary>It leapt since the last look.</summary>
    public bool Look()
    {
        var (now, at) = (time.GetUtcNow(), time.GetTimestamp());
        var leapt = now - _seen.Now - time.GetElapsedTime(_seen.At, at) > Drift;
        if (leapt) _leapt = at;
        _seen = (now, at);
        return leapt;
    }

    /// <summary>It leapt less than a day ago.</summary>
    public bool Doubtful => _leapt is { } leapt && time.GetElapsedTime(leapt) < Doubted;
}
