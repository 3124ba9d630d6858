using MessagePack;

namespace OpsGame.Server.Kinds.Dns;

/// <summary>The users' name for the system.</summary>
/// <param name="Targets">What it resolves to: ids of servers, the balancer or the edge.</param>
/// <param name="Former">What it resolved to before: resolvers and browsers that still have it cached go there.</param>
/// <param name="Outdated">How many of all resolvers have an outdated answer cached.</param>
/// <param name="RequestsPerSecond">Users' queries; LookupsPerSecond: those their resolvers had to pass on.</param>
[MessagePackObject]
public sealed record DnsView(
    [property: Key("id")] string Id,
    [property: Key("targets")] string[] Targets,
    [property: Key("ttlSeconds")] double TtlSeconds,
    [property: Key("resolvers")] int Resolvers,
    [property: Key("outdated")] int Outdated,
    [property: Key("requestsPerSecond")] double RequestsPerSecond,
    [property: Key("lookupsPerSecond")] double LookupsPerSecond,
    [property: Key("former")] string[] Former);
