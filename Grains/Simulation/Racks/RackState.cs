using System.Collections.Immutable;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Racks;

/// <summary>Which of the two power feeds a rack hangs on.</summary>
[Flags]
public enum PowerFeeds
{
    A = 1,
    B = 2,
    Both = A | B,
}

/// <summary>A rack: which server sits in which unit (empty: free), and whether it has power and its uplink.</summary>
/// <param name="PowerReturnsNs">When its own power is back; 0: it has not failed. Likewise of each feed, and of the uplink.</param>
[GenerateSerializer, Immutable]
public sealed record RackState(
    string Id,
    ImmutableArray<string> Units,
    bool Powered,
    long PowerReturnsNs,
    PowerFeeds Feeds = PowerFeeds.Both,
    long FeedAReturnsNs = 0,
    long FeedBReturnsNs = 0,
    long UplinkReturnsNs = 0)
{
    public bool Uplinked => UplinkReturnsNs == 0;
}

/// <summary>A rack's uplink in the last second: share of it each direction was busy, and the mean wait for it.</summary>
[GenerateSerializer, Immutable]
public sealed record RackTelemetry(string Id, double UpShare, double DownShare, long UpWaitNs, long DownWaitNs);

/// <summary>What a rack knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record RackInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    RackContext Context);

/// <summary>What the estate may add.</summary>
/// <param name="Full">It has as many components as it may have.</param>
/// <param name="Cache">A new cache; null: there is one, or nothing could be cached.</param>
/// <param name="HasCache">There is one between application and database.</param>
/// <param name="Replica">A new replica of the database; its place and size are the buyer's choice. Null: it has as many as it may.</param>
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
