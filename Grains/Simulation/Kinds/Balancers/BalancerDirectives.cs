using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>A directive for one balancer.</summary>
internal interface IToBalancer
{
    /// <summary>Its id.</summary>
    string Balancer { get; }
}

/// <summary>Requests a second the balancer lets through; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record SetRateLimit(string Balancer, int PerSecond) : Directive, IToBalancer;

[GenerateSerializer, Immutable]
public sealed record SetAlgorithm(string Balancer, Algorithm Algorithm) : Directive, IToBalancer;

/// <summary>Whether a target gets new requests. Fresh: it has become healthy, so its slow start begins.
/// Keeps: it drains, and those whose cookie names it still come.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTarget(
    string Balancer, string Server, bool Serving, bool Fresh = false, bool Keeps = false) : Directive, IToBalancer;

[GenerateSerializer, Immutable]
public sealed record SetWeight(string Balancer, string Server, int Weight) : Directive, IToBalancer;

[GenerateSerializer, Immutable]
public sealed record SetLimits(string Balancer, BalancerLimits Limits) : Directive, IToBalancer;

[GenerateSerializer, Immutable]
public sealed record SetForwarding(string Balancer, Forwarding Forwarding) : Directive, IToBalancer;

/// <summary>The deregistration delay is over: what the target still has is cut.</summary>
[GenerateSerializer, Immutable]
public sealed record CutTarget(string Balancer, string Server) : Directive, IToBalancer, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) => columns.Measured<BalancerTelemetry>(Balancer)!.RequestsAt(Server);
}

/// <summary>Send a health probe, a real request, now.</summary>
[GenerateSerializer, Immutable]
public sealed record SendProbe(
    string Balancer, string Server, CheckPath Path, long TimeoutNs)
    : Directive, IToBalancer;

/// <summary>New connections a second the balancer takes; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record SetHandshakeLimit(string Balancer, int PerSecond) : Directive, IToBalancer;

/// <summary>The balancer's process ends: what it holds is lost, and nothing listens until <see cref="StartBalancer"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record CutBalancer(string Balancer) : Directive, IToBalancer, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) =>
        columns.Measured<BalancerTelemetry>(Balancer)!.Targets.Sum(target => target.Outstanding);
}

[GenerateSerializer, Immutable]
public sealed record StartBalancer(string Balancer) : Directive, IToBalancer;
