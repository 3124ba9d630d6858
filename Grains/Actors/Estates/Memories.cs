using OpsGame.Grains.Components;
using OpsGame.Simulation.Estates;

namespace OpsGame.Grains.Estates;

/// <summary>What the components would remember, gathered while the estate's log is replayed.</summary>
internal sealed class Memories
{
    private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);

    public void Record(EstateFrame frame)
    {
        foreach (var (component, seen) in Observations.From(frame))
        {
            if (!_histories.TryGetValue(component, out var history)) _histories.Add(component, history = new History());
            history.Record(seen);
        }
    }

    public ComponentPast Of(string component) =>
        _histories.TryGetValue(component, out var history) ? history.Past() : ComponentPast.Empty;
}
