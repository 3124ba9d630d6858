using System.Collections.Immutable;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>The users' name for the system, and the resolvers that remember where it leads.</summary>
/// <param name="Targets">Ids of servers, the balancer or the edge; a resolver hands them out in turn.</param>
/// <param name="TtlNs">How long a resolver keeps an answer; default 60 s. 0: it asks every time.</param>
/// <param name="Resolvers">1–10 000; default 50. Every user keeps to one of them.</param>
/// <param name="LookupNs">What a resolver that knows no answer needs to get one; default 20 ms.</param>
public sealed record DnsSpec(string Id, ImmutableArray<string> Targets, long TtlNs, int Resolvers, long LookupNs);
