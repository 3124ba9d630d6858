namespace OpsGame.Grains;

/// <summary>
/// What a silo's live estates take of it: its cores' time, and how late their ticks begin. It is full before they drown.
/// </summary>
/// <param name="fullAt">Share of the cores' time at which it takes no more estates; 1 or more: it always does.</param>
/// <param name="cpu">What the process has used so far.</param>
public sealed class Workload(TimeProvider time, double fullAt, Func<TimeSpan> cpu)
{
    /// <summary>Above it, in parts of what makes it full, long simulations wait for the live estates.</summary>
    private const double Pressed = 0.8;

    /// <summary>Seconds it lasts before it counts: a start, or a garbage collection, is none.</summary>
    private const int Seconds = 3;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Of ticks on an average: far more than where each has its time, far less than anybody feels.</summary>
    private static readonly TimeSpan MostLate = TimeSpan.FromMilliseconds(60);

    private readonly Lock _gate = new();
    private readonly Queue<double> _loads = new();
    private long _at = time.GetTimestamp();
    private TimeSpan _cpu = cpu();
    private TimeSpan _aside;
    private TimeSpan _late;
    private int _ticks;

    /// <summary>In parts of what makes it full, for the last seconds.</summary>
    public double Load
    {
        get
        {
            lock (_gate)
            {
                Roll();
                return _loads.Count < Seconds ? 0 : _loads.Min();
            }
        }
    }

    /// <summary>The live estates need what there is.</summary>
    public bool IsPressed => Load >= Pressed;

    /// <summary>A live estate begins a tick.</summary>
    public void Begins(TimeSpan late)
    {
        lock (_gate)
        {
            Roll();
            _ticks++;
            _late += late;
        }
    }

    /// <summary>What is none of the live estates' took so long of a core.</summary>
    public void Aside(TimeSpan took)
    {
        lock (_gate) _aside += took;
    }

    private void Roll()
    {
        var passed = time.GetElapsedTime(_at);
        if (passed < Second) return;
        var (used, most) = (cpu(), passed * Environment.ProcessorCount * fullAt);
        _loads.Enqueue(_ticks == 0 || fullAt >= 1 ? 0 : Math.Max((used - _cpu - _aside) / most, _late / _ticks / MostLate));
        if (_loads.Count > Seconds) _loads.Dequeue();
        (_at, _cpu, _aside, _late, _ticks) = (time.GetTimestamp(), used, TimeSpan.Zero, TimeSpan.Zero, 0);
    }
}
