using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Estates;

/// <summary>
/// What the estate has seen of its components and has not told them yet. A component hears of it when it is asked something, or
/// after some seconds: a call for every reading of every component would cost more than all their rules.
/// </summary>
internal sealed class Diary
{
    /// <summary>Simulated seconds after which a component at rest is told.</summary>
    private const int Seconds = 10;

    private readonly Dictionary<string, List<Observation>> _untold = new(StringComparer.Ordinal);

    public void Note(EstateFrame frame)
    {
        foreach (var (component, seen) in Observations.From(frame))
        {
            if (!_untold.TryGetValue(component, out var untold)) _untold.Add(component, untold = []);
            untold.Add(seen);
        }
    }

    /// <summary>Whether it has waited long enough; not all components in the same tick.</summary>
    /// <param name="index">Where it stands among those of its kind.</param>
    public bool IsDue(string component, long tick, int index) =>
        (tick + index) % (Seconds * Nanoseconds.TicksPerSecond) == 0
        && _untold.TryGetValue(component, out var untold) && untold.Count > 0;

    /// <summary>Gives what a component has not been told, and forgets it.</summary>
    public ImmutableArray<Observation> Take(string component)
    {
        if (!_untold.TryGetValue(component, out var untold)) return [];
        ImmutableArray<Observation> told = [.. untold];
        untold.Clear();
        return told;
    }
}
