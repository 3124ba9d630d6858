using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Estates;

/// <summary>What the components would remember, gathered while the estate's log is replayed.</summary>
internal sealed class Memories : IOnlooker
{
    private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);

    public void Record(EstateFrame frame) => Observations.Tell(frame, this);

    public void Sees(string component, long atNs, ImmutableArray<Reading> readings) =>
        Keeping(component).Record(atNs, readings);

    public void Hears(DomainEvent happened) => Keeping(happened.Component).Record(happened);

    public ComponentPast Of(string component) =>
        _histories.TryGetValue(component, out var history) ? history.Past() : ComponentPast.Empty;

    private History Keeping(string component)
    {
        if (!_histories.TryGetValue(component, out var history)) _histories.Add(component, history = new History());
        return history;
    }
}
