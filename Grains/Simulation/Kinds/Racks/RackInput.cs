using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>What a rack knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record RackInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    RackContext Context) : IInput;

/// <summary>What the estate may add.</summary>
/// <param name="Full">It has as many components as it may have.</param>
/// <param name="Cache">A new cache; null: there is one, or nothing could be cached.</param>
/// <param name="HasCache">There is one between application and database.</param>
/// <param name="Replica">A new replica of the database; its place and size are the buyer's choice. Null: it has as many as it
/// may.</param>
[GenerateSerializer, Immutable]
public sealed record RackContext(
    ImmutableArray<Offer> Offers,
    ImmutableArray<ServerSize> Sizes,
    bool Full,
    ServerState? Replica = null,
    CacheOffer? Cache = null,
    bool HasCache = false);

/// <summary>A new cache.</summary>
/// <param name="Cache">As it will stand there, empty; its capacity and TTL are the buyer's choice.</param>
/// <param name="ReadyNs">Until it answers.</param>
[GenerateSerializer, Immutable]
public sealed record CacheOffer(CacheState Cache, long ReadyNs);

/// <summary>A new server of a tier.</summary>
/// <param name="Server">As it will stand there; its place and size are the buyer's choice.</param>
/// <param name="Balancer">Where it is attached; empty: nowhere.</param>
[GenerateSerializer, Immutable]
public sealed record Offer(Tier Tier, ServerState Server, string Balancer);
