using MessagePack;

namespace OpsGame.Server.Wire;

/// <summary>The users' name for the system.</summary>
/// <param name="Targets">Where it leads: ids of servers, the balancer or the edge.</param>
/// <param name="Former">Where it led before: resolvers and browsers that remember it go there still.</param>
/// <param name="Outdated">Resolvers, of all, that remember an answer the record no longer has.</param>
/// <param name="RequestsPerSecond">Questions of users; LookupsPerSecond those their resolvers had to pass on.</param>
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

/// <summary>
/// A certificate; users' browsers check the one that is served. Times are simulated; when it expires and to whom it is made out
/// only a look tells.
/// </summary>
/// <param name="RenewedMs">When the renewal under way is done; 0: none is.</param>
[MessagePackObject]
public sealed record CertificateView(
    [property: Key("id")] string Id,
    [property: Key("renewedMs")] double RenewedMs,
    [property: Key("expired")] bool Expired);
