using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>What may be done where, as things stand.</summary>
public sealed partial class World
{
    private static readonly ImmutableArray<string> Feeds = [PowerFeed.A, PowerFeed.B];

    private readonly ApplicableList _standing = new();
    private readonly List<string> _fitting = [];
    private readonly Dictionary<Type, object> _those = [];
    private Dictionary<ComponentKind, ActionSpec[]>? _offered;

    public IEnumerable<string> Components => [.. _holdings.SelectMany(holding => holding.Ids), Users, .. Feeds];

    public IReadOnlyList<T> Those<T>()
        where T : class
    {
        if (!_those.TryGetValue(typeof(T), out var known)) _those.Add(typeof(T), known = new Those<T>(_holdings));
        return ((Those<T>)known).Now();
    }

    /// <summary>
    /// What applies at every component, to the users, the power feeds and the incident desk. Who keeps asking tick by tick is
    /// told of a component at once when its own state changes, and of what follows from others within two seconds.
    /// </summary>
    public ImmutableArray<Applicable> Applying()
    {
        _standing.Begin(Tick);
        foreach (var holding in _holdings)
            foreach (var state in holding.Each) ApplyingAt(state.Id, holding.Kind.Id, state);
        ApplyingAt(Users, UsersState.Kind, UsersNow);
        foreach (var feed in Feeds)
            if (HasFeed(PowerFeed.Of(feed))) ApplyingAt(feed, PowerFeed.Kind, null);
        ApplyingAt(Incident, IncidentDesk.Kind, Incidents);
        return _standing.End();
    }

    /// <summary>The same as long as it says the same.</summary>
    private void ApplyingAt(string id, ComponentKind kind, object? state)
    {
        if (_standing.Stays(id, state)) return;
        _offered ??= ActionCatalogue.All.Where(spec => spec.IsOffered(Scenario)).GroupBy(spec => spec.Target)
            .ToDictionary(specs => specs.Key, specs => specs.ToArray());
        _fitting.Clear();
        foreach (var spec in _offered.GetValueOrDefault(kind, []))
            if (state is null || spec.AppliesTo(state, this)) _fitting.Add(spec.Id);
        _standing.Is(id, state, _fitting);
    }

    private bool HasFeed(PowerFeeds feed) => Racks.Any(rack => rack.Feeds.HasFlag(feed));
}
