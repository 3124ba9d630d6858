using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Caches;

/// <summary>Where a cache stands or may be placed, what asking it takes, and who asks it.</summary>
internal sealed class CacheShelf
{
    private readonly Kernel _kernel;
    private readonly UserStation _users;
    private readonly LinkStation _links;
    private readonly Scenario _scenario;
    private readonly Draw _luck;

    public CacheShelf(Kernel kernel, UserStation users, LinkStation links, Scenario scenario, ulong seed, bool isEdge)
    {
        (_kernel, _users, _links, _scenario, IsEdge) = (kernel, users, links, scenario, isEdge);
        _luck = new Draw(seed, Purpose.CacheTtl, isEdge ? 1UL : 0);
        var spec = isEdge ? scenario.Edge?.Cache : scenario.Cache;
        LookupLane = kernel.Queue.LaneOf(spec?.LookupNs ?? 0);
        UserLane = isEdge ? kernel.Queue.LaneOf(scenario.Edge?.UserNs ?? 0) : links.InternetLane;
        if (spec is not null) Node = New(spec);
    }

    public bool IsEdge { get; }

    /// <summary>Which of a request's visits is to it.</summary>
    public int Visit => IsEdge ? Visits.Edge : Visits.Cache;

    /// <summary>Null: there never was one.</summary>
    public CacheNode? Node { get; private set; }

    public int LookupLane { get; private set; }

    /// <summary>Between users and the edge, or the entry.</summary>
    public int UserLane { get; }

    public bool Holds(string id) => Node?.Id == id;

    public bool IsAskedBy(UserClass users) => IsEdge ? users.AsksEdge : users.AsksCache;

    public void Place(PlaceCache place)
    {
        var bought = place.Cache;
        Node ??= New(new CacheSpec(bought.Id, place.Rack, bought.Capacity, bought.TtlNs, 0));
        (Node.Rack, Node.Serving, LookupLane) = (_links[place.Rack], false, _kernel.Queue.LaneOf(_scenario.CacheOffer!.LookupNs));
        Set(new SetCache(
            bought.Id, bought.Capacity, bought.TtlNs, bought.Jitter, bought.SingleFlight, bought.InvalidateOnWrite,
            bought.Cached, bought.RevalidateNs));
    }

    public void Set(SetCache set)
    {
        Node!.Set(set);
        foreach (var users in _users.Classes)
        {
            var cached = set.Cached.Contains(users.Spec.Id);
            if (IsEdge) users.AsksEdge = cached;
            else users.AsksCache = cached;
        }
    }

    private CacheNode New(CacheSpec spec) =>
        new(
            spec, IsEdge ? null : _links[spec.Rack], _users.Keys, _luck, _kernel.NewMeter(spec.Id), IsEdge,
            Array.Exists(_users.Classes, users => users.Spec.StaleNs >= 0));
}
