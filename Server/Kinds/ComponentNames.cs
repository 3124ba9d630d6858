using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Kinds;

/// <summary>The names of an estate's components, each with its kind.</summary>
internal sealed class ComponentNames() : TakenNames(
    "component", World.Users, "rollout", PowerFeed.A, PowerFeed.B, World.Hints, World.Bets, World.Incident)
{
    private readonly List<(ComponentKind Kind, string Id)> _placed = [];
    private readonly Dictionary<ComponentKind, string> _usual = new() { [UsersState.Kind] = World.Users };

    /// <summary>Components the file places.</summary>
    public int Count => _placed.Count;

    /// <summary>For a kind there may be many of.</summary>
    public string Claim(MapReader map, ComponentKind kind) => Place(kind, Claim(map));

    /// <summary>For a kind there is one of: its own name unless the file gives another.</summary>
    public string ClaimOr(MapReader map, string byDefault, ComponentKind kind)
    {
        var id = Place(kind, ClaimOr(map, byDefault));
        _usual.TryAdd(kind, id);
        return id;
    }

    /// <summary>What may happen to something of a kind may happen to these.</summary>
    public ImmutableArray<string> Of(ComponentKind kind) =>
        kind == UsersState.Kind ? [World.Users]
        : kind == PowerFeed.Kind ? [PowerFeed.A, PowerFeed.B]
        : [.. _placed.Where(one => one.Kind == kind).Select(one => one.Id)];

    /// <summary>Who is meant where the file names nobody; null: it must.</summary>
    public string? Usual(ComponentKind kind) => _usual.GetValueOrDefault(kind);

    private string Place(ComponentKind kind, string id)
    {
        _placed.Add((kind, id));
        return id;
    }
}
