using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Estates;

/// <summary>The estate's latest events, for who comes to look later.</summary>
internal sealed class RecentEvents
{
    /// <summary>What a feed shows at once.</summary>
    public const int Most = 200;

    private readonly Queue<DomainEvent> _events = new();

    public ImmutableArray<DomainEvent> All => [.. _events];

    public void Keep(EstateFrame frame)
    {
        foreach (var happened in frame.Events)
        {
            _events.Enqueue(happened);
            if (_events.Count > Most) _events.Dequeue();
        }
    }
}
