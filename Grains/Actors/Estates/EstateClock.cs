using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Estates;

/// <summary>
/// When the next tick is due. Deadlines are absolute, so a late timer does not slow the clock; no tick is ever skipped. Every
/// estate has its own moment within a step, so that those of a silo are spread over it and none is always last.
/// </summary>
public sealed class EstateClock(TimeProvider time)
{
    /// <summary>Lag it makes up for by ticking without pause; beyond it the estate's clock has simply gone slower.</summary>
    public static readonly TimeSpan MostLag = TimeSpan.FromSeconds(1);

    private TimeSpan _due;

    /// <summary>Where within a step its ticks are due, 0–1.</summary>
    public double Phase { get; set; }

    public double Speed { get; private set; } = 1;

    /// <summary>How late the next tick is already; zero in health.</summary>
    public TimeSpan Behind => Later(Now - _due);

    public TimeSpan UntilDue => Later(_due - Now);

    /// <summary>Time as the clock is read once: between two readings a thread may be preempted for as long as it takes.</summary>
    private TimeSpan Now => time.GetElapsedTime(0);

    private TimeSpan Step => TimeSpan.FromMilliseconds(Nanoseconds.ToMilliseconds(Nanoseconds.PerTick) / Speed);

    /// <summary>Ticks that are due within a time, at least one.</summary>
    public long Ticks(TimeSpan time) => Math.Max(1, (long)Math.Ceiling(time / Step));

    /// <summary>A name's own moment, the same at every server.</summary>
    public static double PhaseOf(string name)
    {
        var hash = new StateHash(0);
        hash.Add(name);
        return hash.Value / (ulong.MaxValue + 1.0);
    }

    /// <summary>The next tick is due within a step from now.</summary>
    public void Start(double speed)
    {
        Speed = speed;
        var now = Now;
        _due = Step * (Math.Floor((now / Step) - Phase) + 1 + Phase);
    }

    /// <summary>A tick begins: the next one is due one step after this one was.</summary>
    public void Begin()
    {
        var earliest = Now - MostLag;
        if (_due < earliest) _due = earliest;
        _due += Step;
    }

    private static TimeSpan Later(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
