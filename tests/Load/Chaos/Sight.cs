using System.Diagnostics;
using OpsGame.Server.Wire;

namespace OpsGame.Load.Chaos;

/// <summary>
/// How one player sees the clock: it only goes forward, whatever happens to the servers.
/// </summary>
internal sealed class Sight(string player, Tally tally)
{
    /// <summary>A clock that stood longer than this, after trouble, was stopped by it.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long _highest = -1;
    private long _acknowledged = -1;
    private long _seenAt = Stopwatch.GetTimestamp();
    private Trouble? _trouble;

    /// <summary>Newest tick it has seen.</summary>
    public long Highest
    {
        get
        {
            lock (_gate) return _highest;
        }
    }

    public bool Ended { get; private set; }

    /// <summary>The clock stands now.</summary>
    public bool Stands
    {
        get
        {
            lock (_gate) return Stopwatch.GetElapsedTime(_seenAt) > Silence;
        }
    }

    /// <summary>How long the clock stood for this player; null: the trouble passed it by.</summary>
    public TimeSpan? TakenOverAfter { get; private set; }

    /// <summary>Trouble begins now.</summary>
    public void Expect()
    {
        lock (_gate)
        {
            _trouble = new Trouble(Stopwatch.GetTimestamp(), _acknowledged);
            TakenOverAfter = null;
        }
    }

    /// <summary>The trouble is over.</summary>
    public void ExpectNone()
    {
        lock (_gate) _trouble = null;
    }

    public void Acknowledged(long tick)
    {
        lock (_gate) _acknowledged = Math.Max(_acknowledged, tick);
    }

    /// <param name="remembered">The first frame of a connection to a server that lived through the trouble: it may be an old
    /// one.</param>
    public void Saw(Frame frame, bool remembered)
    {
        // While an estate is brought back, its ticks are those of the replay, and say so.
        if (frame.Status == "catching-up") return;
        lock (_gate)
        {
            // A client ignores older deltas: they are on their way from the life before. A life begins with a full frame.
            if (!frame.Full && frame.Tick <= _highest) return;
            Ended |= frame.Status == "finished";
            var stood = Stopwatch.GetElapsedTime(_seenAt);
            _seenAt = Stopwatch.GetTimestamp();
            var back = _highest - frame.Tick;
            if (back > 0 && !remembered) tally.Backwards($"{player} saw tick {_highest}, then {frame.Tick}");
            // a late frame of the life before follows the last one; who takes over goes on behind all that was shown
            var follows = frame.Tick == _highest + 1;
            if (_trouble is { } trouble && !remembered && !follows && (back > 0 || stood > Silence)) Begin(frame, trouble);
            _highest = back > 0 && remembered ? _highest : frame.Tick;
        }
    }

    /// <summary>The first frame after the trouble.</summary>
    private void Begin(Frame frame, Trouble trouble)
    {
        if (frame.Tick < trouble.Acknowledged)
            tally.Backwards($"{player} saw tick {frame.Tick} after a command was acknowledged for {trouble.Acknowledged}");
        TakenOverAfter = Stopwatch.GetElapsedTime(trouble.Since);
        _trouble = null;
    }

    private sealed record Trouble(long Since, long Acknowledged);
}
