using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Caches;

/// <summary>A directive for one cache.</summary>
internal interface IToCache
{
    /// <summary>Its id.</summary>
    string Cache { get; }
}

/// <summary>A bought cache stands in its rack, empty; nobody asks it until <see cref="ServeCache"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record PlaceCache(CacheState Cache, string Rack) : Directive, IPlaces
{
    public IComponent Placed => Cache;
}

[GenerateSerializer, Immutable]
public sealed record ServeCache(string Cache) : Directive, IToCache;

/// <summary>
/// A cache and all it holds is gone; who was on the way to it, or waited for another's answer there, goes on to the database.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record RemoveCache(string Cache) : Directive, IToCache, IRemoves
{
    public string Removed => Cache;
}

/// <param name="Cached">Classes whose reads look there.</param>
/// <param name="RevalidateNs">An entry expired for less is served while it is fetched anew; 0: never.</param>
[GenerateSerializer, Immutable]
public sealed record SetCache(
    string Cache, int Capacity, long TtlNs, double Jitter, bool SingleFlight, bool InvalidateOnWrite,
    ImmutableArray<string> Cached, long RevalidateNs = 0)
    : Directive, IToCache;

/// <summary>Ask for the most popular keys of what a cache caches, so many, so many a second.</summary>
[GenerateSerializer, Immutable]
public sealed record WarmCache(string Cache, int Keys, int PerSecond) : Directive, IToCache;

/// <summary>Ask for no more of them.</summary>
[GenerateSerializer, Immutable]
public sealed record StopWarming(string Cache) : Directive, IToCache;

[GenerateSerializer, Immutable]
public sealed record FlushCache(string Cache) : Directive, IToCache;
