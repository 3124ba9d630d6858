using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>A component's memory; the oldest is forgotten first.</summary>
public sealed class History
{
    /// <summary>Ten minutes at one point a simulated second: what a chart shows.</summary>
    public const int Points = 600;

    /// <summary>Lines of its own log: what an inspector can show without searching.</summary>
    public const int Lines = 40;

    private readonly Queue<DomainEvent> _log = new();
    private PackedPoints? _points;

    public void Record(Observation seen)
    {
        var width = seen.Names.Length;
        for (var at = 0; at < seen.TimesNs.Length; at++)
            (_points ??= new PackedPoints(seen.Names, Points)).Add(seen.TimesNs[at], seen.Values.AsSpan(at * width, width));
        foreach (var happened in seen.Events) Record(happened);
    }

    public void Record(long atNs, ImmutableArray<Reading> readings)
    {
        Span<float> values = stackalloc float[readings.Length];
        for (var at = 0; at < values.Length; at++) values[at] = (float)readings[at].Value;
        (_points ??= new PackedPoints([.. readings.Select(reading => reading.Name)], Points)).Add(atNs, values);
    }

    public void Record(DomainEvent happened)
    {
        _log.Enqueue(happened);
        if (_log.Count > Lines) _log.Dequeue();
    }

    public void Restore(ComponentPast past)
    {
        _points = null;
        _log.Clear();
        foreach (var happened in past.Log) Record(happened);
        if (past.TimesNs.IsEmpty) return;
        _points = new PackedPoints([.. past.Series.Select(series => series.Name)], Points);
        Span<float> values = stackalloc float[past.Series.Length];
        for (var at = 0; at < past.TimesNs.Length; at++)
        {
            for (var name = 0; name < values.Length; name++) values[name] = (float)past.Series[name].Values[at];
            _points.Add(past.TimesNs[at], values);
        }
    }

    public ComponentPast Past() => (_points?.Past() ?? ComponentPast.Empty) with { Log = [.. _log] };
}
