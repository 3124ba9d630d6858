using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>What resolvers are answered from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDns(string Dns, ImmutableArray<string> Targets, long TtlNs) : Directive;
