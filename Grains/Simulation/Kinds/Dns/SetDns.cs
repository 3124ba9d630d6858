using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Dns;

/// <summary>What resolvers that ask from now on are told.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDns(string Dns, ImmutableArray<string> Targets, long TtlNs) : Directive;
