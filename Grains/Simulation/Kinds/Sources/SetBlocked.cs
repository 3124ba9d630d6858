using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Sources;

/// <summary>A balancer or a server rejects at once what comes from these sources.</summary>
[GenerateSerializer, Immutable]
public sealed record SetBlocked(string Component, ImmutableArray<string> Sources) : Directive;
