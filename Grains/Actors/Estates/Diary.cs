using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Estates;

/// <summary>
/// What the estate has seen of its components and has not told them yet. A component hears of it when it is asked something, or
/// after some seconds: a call for every reading of every component would cost more than all their rules.
/// </summary>
internal sealed class Diary : IOnlooker
{
    /// <summary>Simulated seconds after which a component at rest is told.</summary>
    private const int Seconds = 10;

    private readonly Dictionary<string, Untold> _untold = new(StringComparer.Ordinal);

    public void Note(EstateFrame frame) => Observations.Tell(frame, this);

    public void Sees(string component, long atNs, ImmutableArray<Reading> readings) => Of(component).Add(atNs, readings);

    public void Hears(DomainEvent happened) => Of(happened.Component).Events.Add(happened);

    /// <summary>Whether it has waited long enough; not all components in the same tick.</summary>
    /// <param name="index">Where it stands among those of its kind.</param>
    public bool IsDue(string component, long tick, int index) =>
        (tick + index) % (Seconds * Nanoseconds.TicksPerSecond) == 0
        && _untold.TryGetValue(component, out var untold) && !untold.IsEmpty;

    /// <summary>Gives what a component has not been told, and forgets it.</summary>
    public Observation Take(string component) =>
        _untold.TryGetValue(component, out var untold) && !untold.IsEmpty ? untold.Take() : Observation.Nothing;

    private Untold Of(string component)
    {
        if (!_untold.TryGetValue(component, out var untold)) _untold.Add(component, untold = new Untold());
        return untold;
    }

    /// <summary>Its lists are used again and again.</summary>
    private sealed class Untold
    {
        private readonly List<long> _timesNs = [];
        private readonly List<float> _values = [];
        private ImmutableArray<string> _names = [];

        public List<DomainEvent> Events { get; } = [];

        public bool IsEmpty => _timesNs.Count == 0 && Events.Count == 0;

        public void Add(long atNs, ImmutableArray<Reading> readings)
        {
            if (_names.IsEmpty) _names = [.. readings.Select(reading => reading.Name)];
            _timesNs.Add(atNs);
            foreach (var reading in readings) _values.Add((float)reading.Value);
        }

        public Observation Take()
        {
            var told = new Observation(_names, [.. _timesNs], [.. _values], [.. Events]);
            _timesNs.Clear();
            _values.Clear();
            Events.Clear();
            return told;
        }
    }
}
