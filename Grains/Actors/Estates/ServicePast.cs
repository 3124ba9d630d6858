using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Grains.Contracts;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Estates;

/// <summary>
/// The service level of the whole drill so far, one point a simulated second: what the timeline shows to a late joiner.
/// </summary>
internal sealed class ServicePast
{
    /// <summary>
    /// What <see cref="IEstateGrain.History"/> calls it; no component may have this name's place in the picture.
    /// </summary>
    public const string Id = "service";

    private readonly List<double> _levels = [];

    public void Record(EstateFrame frame)
    {
        if (frame.Tick % Nanoseconds.TicksPerSecond == 0) _levels.Add(frame.Service.Level);
    }

    /// <summary>Thinned evenly to what a chart can show.</summary>
    public ComponentPast Past()
    {
        var step = Math.Max(1, (_levels.Count + History.Points - 1) / History.Points);
        var shown = Enumerable.Range(0, (_levels.Count + step - 1) / step).Select(point => point * step).ToArray();
        return new ComponentPast(
            [.. shown.Select(second => (second + 1) * Nanoseconds.PerSecond)],
            [new Series("level", [.. shown.Select(second => _levels[second])])],
            ImmutableArray<DomainEvent>.Empty);
    }
}
