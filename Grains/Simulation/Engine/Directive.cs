using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>A change of a physical parameter: the only way the control plane reaches the data plane.</summary>
[GenerateSerializer, Immutable]
public abstract record Directive;

/// <summary>A new server stands in its rack (not yet accepting).</summary>
[GenerateSerializer, Immutable]
public sealed record PlaceServer([property: Id(0)] ServerState Server) : Directive;

/// <summary>How a server meets a new request.</summary>
public enum Reachability
{
    /// <summary>Takes requests.</summary>
    Accepting,

    /// <summary>Answers at once that nothing listens (connection refused).</summary>
    Refusing,

    /// <summary>Does not answer at all (no power, switched off): the caller waits for its connect timeout.</summary>
    Silent,
}

[GenerateSerializer, Immutable]
public sealed record SetReachability([property: Id(0)] string Server, [property: Id(1)] Reachability Reachability) : Directive;

/// <summary>Everything on the server is lost now; callers further up get an error (reset) or, if silent, nothing.</summary>
[GenerateSerializer, Immutable]
public sealed record CutServer([property: Id(0)] string Server) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetRole([property: Id(0)] string Server, [property: Id(1)] RoleState Role) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetVersion([property: Id(0)] string Server, [property: Id(1)] string Version) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetHung([property: Id(0)] string Server, [property: Id(1)] bool Hung) : Directive;

/// <summary>Work begun from now on takes Factor times as long.</summary>
[GenerateSerializer, Immutable]
public sealed record SetSlow([property: Id(0)] string Server, [property: Id(1)] double Factor) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetAlgorithm([property: Id(0)] string Balancer, [property: Id(1)] Algorithm Algorithm) : Directive;

/// <summary>Whether a target gets new requests.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTarget(
    [property: Id(0)] string Balancer, [property: Id(1)] string Server, [property: Id(2)] bool Serving) : Directive;

/// <summary>The deregistration delay is over: what the target still has is cut.</summary>
[GenerateSerializer, Immutable]
public sealed record CutTarget([property: Id(0)] string Balancer, [property: Id(1)] string Server) : Directive;

/// <summary>Send a health probe, a real request, now.</summary>
[GenerateSerializer, Immutable]
public sealed record SendProbe(
    [property: Id(0)] string Balancer, [property: Id(1)] string Server, [property: Id(2)] CheckPath Path, [property: Id(3)] long TimeoutNs)
    : Directive;

[GenerateSerializer, Immutable]
public sealed record SetCache([property: Id(0)] string Cache, [property: Id(1)] int Capacity, [property: Id(2)] long TtlNs) : Directive;

[GenerateSerializer, Immutable]
public sealed record FlushCache([property: Id(0)] string Cache) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetDatabase(
    [property: Id(0)] string Database, [property: Id(1)] int MaxConnections, [property: Id(2)] int Slots, [property: Id(3)] double SlowFactor)
    : Directive;

/// <summary>All users' rates times Factor from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTraffic([property: Id(0)] double Factor) : Directive;
