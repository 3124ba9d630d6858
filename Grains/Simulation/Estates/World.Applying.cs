using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>What may be done where, as things stand.</summary>
public sealed partial class World
{
    private static readonly ImmutableArray<string> Feeds = [PowerFeed.A, PowerFeed.B];

    private readonly Dictionary<string, Applicable> _applicable = new(StringComparer.Ordinal);
    private readonly List<string> _fitting = [];
    private Dictionary<ComponentKind, ActionSpec[]>? _offered;

    public IEnumerable<string> Components => [.. _holdings.SelectMany(holding => holding.Ids), Users, .. Feeds];

    public IEnumerable<T> Those<T>()
        where T : class => _holdings.SelectMany(holding => holding.Each).OfType<T>();

    /// <summary>What applies at every component, to the users, the power feeds and the incident desk.</summary>
    public ImmutableArray<Applicable> Applying()
    {
        var applying = ImmutableArray.CreateBuilder<Applicable>();
        foreach (var holding in _holdings)
            foreach (var state in holding.Each) applying.Add(ApplyingAt(state.Id, holding.Kind.Id, state));
        applying.Add(ApplyingAt(Users, UsersState.Kind, UsersNow));
        foreach (var feed in Feeds)
            if (HasFeed(PowerFeed.Of(feed))) applying.Add(ApplyingAt(feed, PowerFeed.Kind, null));
        applying.Add(ApplyingAt(Incident, IncidentDesk.Kind, Incidents));
        return applying.DrainToImmutable();
    }

    /// <summary>The same as long as it says the same.</summary>
    private Applicable ApplyingAt(string id, ComponentKind kind, object? state)
    {
        _offered ??= ActionCatalogue.All.Where(spec => spec.IsOffered(Scenario)).GroupBy(spec => spec.Target)
            .ToDictionary(specs => specs.Key, specs => specs.ToArray());
        _fitting.Clear();
        foreach (var spec in _offered.GetValueOrDefault(kind, []))
            if (state is null || spec.AppliesTo(state, this)) _fitting.Add(spec.Id);
        if (_applicable.TryGetValue(id, out var before)
            && before.Actions.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_fitting))) return before;
        return _applicable[id] = new Applicable(id, [.. _fitting]);
    }

    private bool HasFeed(PowerFeeds feed) => Racks.Any(rack => rack.Feeds.HasFlag(feed));
}
