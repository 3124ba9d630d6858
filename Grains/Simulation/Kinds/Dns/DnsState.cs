using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>The users' name for the system: where it leads, and how long resolvers may remember that.</summary>
/// <param name="Former">Where it led before: some may go there still.</param>
[GenerateSerializer, Immutable]
public sealed record DnsState(string Id, ImmutableArray<string> Targets, long TtlNs, ImmutableArray<string> Former) : IComponent
{
    public static ComponentKind Kind { get; } = new("dns", 90);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Targets.Length);
        foreach (var each in Targets) hash.Add(each);
        hash.Add(TtlNs);
        hash.Add(Former.Length);
        foreach (var each in Former) hash.Add(each);
    }
}

/// <summary>What the name server knows when it ticks.</summary>
/// <param name="Addresses">Where users may be sent: servers that take them, the balancer, the edge.</param>
[GenerateSerializer, Immutable]
public sealed record DnsInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, ImmutableArray<string> Addresses) : IInput;

/// <summary>Its last second: queries of users, look-ups their resolvers had to make, and resolvers that now remember an answer
/// the record no longer has.</summary>
[GenerateSerializer, Immutable]
public sealed record DnsTelemetry(string Id, int Queries, int Lookups, int Outdated) : ITelemetry;
