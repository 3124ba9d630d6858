using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Components;

/// <summary>Takes a frame apart: what it says about each component, for the component's own memory.</summary>
public static class Observations
{
    private static readonly Dictionary<string, Observation> Nothing = [];

    public static Dictionary<string, Observation> From(EstateFrame frame)
    {
        var full = frame.Tick % Nanoseconds.TicksPerSecond == 0;
        if (!full && frame.Events.IsEmpty) return Nothing;
        var seen = new Dictionary<string, Observation>(StringComparer.Ordinal);
        if (full)
            foreach (var kind in KindTable.All)
                foreach (var (id, readings) in kind.Readings(frame.Columns))
                    seen[id] = new Observation(frame.NowNs, readings, []);

        foreach (var about in frame.Events.Where(happened => happened.Component.Length > 0)
            .GroupBy(happened => happened.Component))
        {
            ImmutableArray<Reading> readings = seen.TryGetValue(about.Key, out var known) ? known.Readings : [];
            seen[about.Key] = new Observation(frame.NowNs, readings, [.. about]);
        }

        return seen;
    }
}
