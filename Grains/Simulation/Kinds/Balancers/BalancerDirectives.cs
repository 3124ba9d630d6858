using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>Requests a second the balancer lets through; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record SetRateLimit(string Balancer, int PerSecond) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetAlgorithm(string Balancer, Algorithm Algorithm) : Directive;

/// <summary>Whether a target gets new requests. Fresh: it has become healthy, so its slow start begins.
/// Keeps: it drains, and those whose cookie names it still come.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTarget(
    string Balancer, string Server, bool Serving, bool Fresh = false, bool Keeps = false) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetWeight(string Balancer, string Server, int Weight) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetLimits(string Balancer, BalancerLimits Limits) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetForwarding(string Balancer, Forwarding Forwarding) : Directive;

/// <summary>The deregistration delay is over: what the target still has is cut.</summary>
[GenerateSerializer, Immutable]
public sealed record CutTarget(string Balancer, string Server) : Directive;

/// <summary>Send a health probe, a real request, now.</summary>
[GenerateSerializer, Immutable]
public sealed record SendProbe(
    string Balancer, string Server, CheckPath Path, long TimeoutNs)
    : Directive;

/// <summary>New connections a second the balancer takes; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record SetHandshakeLimit(string Balancer, int PerSecond) : Directive;

/// <summary>The balancer's process ends: what it holds is lost, and nothing listens until <see cref="StartBalancer"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record CutBalancer(string Balancer) : Directive;

[GenerateSerializer, Immutable]
public sealed record StartBalancer(string Balancer) : Directive;
