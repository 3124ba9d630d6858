using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>What may be done where, as things stand.</summary>
public sealed partial class World
{
    private ILookup<ComponentKind, ActionSpec>? _offered;

    public IEnumerable<string> Components => [.. _holdings.SelectMany(holding => holding.Ids), Users, PowerFeed.A, PowerFeed.B];

    public IEnumerable<T> Those<T>()
        where T : class => _holdings.SelectMany(holding => holding.Each).OfType<T>();

    /// <summary>What applies at every component, to the users, the power feeds and the incident desk.</summary>
    public ImmutableArray<Applicable> Applying() =>
    [
        .. Components.Append(Incident).Where(id => KindOf(id) != ComponentKind.Feed || HasFeed(PowerFeed.Of(id)))
            .Select(id => new Applicable(id, ApplyingAt(KindOf(id)!.Value, StateOf(id)))),
    ];

    private ImmutableArray<string> ApplyingAt(ComponentKind kind, object? state) =>
    [
        .. (_offered ??= ActionCatalogue.All.Where(spec => spec.IsOffered(Scenario)).ToLookup(spec => spec.Target))[kind]
            .Where(spec => state is null || spec.AppliesTo(state, this)).Select(spec => spec.Id),
    ];

    private bool HasFeed(PowerFeeds feed) => Racks.Any(rack => rack.Feeds.HasFlag(feed));
}
