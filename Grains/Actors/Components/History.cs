using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>A component's memory; the oldest is forgotten first.</summary>
public sealed class History
{
    /// <summary>Ten minutes at one point a simulated second: what a chart shows.</summary>
    public const int Points = 600;

    /// <summary>Lines of its own log: what an inspector can show without searching.</summary>
    public const int Lines = 100;

    private readonly Queue<Point> _points = new();
    private readonly Queue<DomainEvent> _log = new();

    public void Record(ImmutableArray<Observation> seen)
    {
        foreach (var one in seen) Record(one);
    }

    public void Record(Observation seen)
    {
        if (seen.Readings.Length > 0) Keep(_points, new Point(seen.AtNs, seen.Readings), Points);
        foreach (var happened in seen.Events) Keep(_log, happened, Lines);
    }

    public void Restore(ComponentPast past)
    {
        _points.Clear();
        _log.Clear();
        for (var i = 0; i < past.TimesNs.Length; i++)
            _points.Enqueue(
                new Point(past.TimesNs[i], [.. past.Series.Select(series => new Reading(series.Name, series.Values[i]))]));
        foreach (var happened in past.Log) _log.Enqueue(happened);
    }

    public ComponentPast Past()
    {
        // A component's readings have the same names all its life, so the newest point names the series.
        ImmutableArray<Reading> names = _points.Count == 0 ? [] : _points.Last().Readings;
        return new ComponentPast(
            [.. _points.Select(point => point.AtNs)],
            [.. names.Select((reading, i) => new Series(reading.Name, [.. _points.Select(point => point.Readings[i].Value)]))],
            [.. _log]);
    }

    private static void Keep<T>(Queue<T> queue, T item, int limit)
    {
        queue.Enqueue(item);
        if (queue.Count > limit) queue.Dequeue();
    }

    private readonly record struct Point(long AtNs, ImmutableArray<Reading> Readings);
}
