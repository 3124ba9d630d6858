using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>
/// A rate factor over time, linear between points. Arrivals are a unit Poisson process run through its inverse integral, so the
/// n-th arrival uses the n-th draw whatever the rate does.
/// </summary>
internal sealed class RateProfile
{
    private readonly double[] _at;
    private readonly double[] _factor;

    public RateProfile(ImmutableArray<TrafficPoint> points)
    {
        var given = points.IsEmpty ? [new TrafficPoint(0, 1)] : points;
        _at = [.. given.Select(point => Nanoseconds.ToSeconds(point.AtNs))];
        _factor = [.. given.Select(point => point.Factor)];
    }

    /// <summary>
    /// The earliest time (s) by which the integral of rate × factor from a time (s) on reaches an exposure; +∞: never.
    /// </summary>
    public double When(double from, double exposure, double rate)
    {
        var left = exposure / rate;
        var now = from;
        for (var segment = SegmentOf(now); ; segment++)
        {
            var here = FactorAt(segment, now);
            if (segment + 1 >= _at.Length) return here > 0 ? now + left / here : double.PositiveInfinity;
            var end = _at[segment + 1];
            var there = segment < 0 ? _factor[0] : _factor[segment + 1];
            var span = end - now;
            var area = (here + there) / 2 * span;
            if (area >= left && area > 0)
            {
                // here·x + slope·x²/2 = left, in the form that stays exact for small slopes
                var slope = (there - here) / span;
                return now + 2 * left / (here + Math.Sqrt(Math.Max(0, here * here + 2 * slope * left)));
            }

            left -= area;
            now = end;
        }
    }

    /// <summary>The integral of the factor between two times (s).</summary>
    public double Area(double from, double until)
    {
        double sum = 0;
        var now = from;
        for (var segment = SegmentOf(now); now < until; segment++)
        {
            var end = segment + 1 < _at.Length ? Math.Min(_at[segment + 1], until) : until;
            sum += (FactorAt(segment, now) + FactorAt(segment, end)) / 2 * (end - now);
            now = end;
        }

        return sum;
    }

    /// <summary>The factor at a time (s).</summary>
    public double Factor(double at) => FactorAt(SegmentOf(at), at);

    private int SegmentOf(double time)
    {
        var segment = -1;
        while (segment + 1 < _at.Length && _at[segment + 1] <= time) segment++;
        return segment;
    }

    private double FactorAt(int segment, double time)
    {
        if (segment < 0) return _factor[0];
        if (segment + 1 >= _at.Length) return _factor[segment];
        var (from, to) = (_at[segment], _at[segment + 1]);
        return _factor[segment] + (_factor[segment + 1] - _factor[segment]) * ((time - from) / (to - from));
    }
}
