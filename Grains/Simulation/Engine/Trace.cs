using System.Collections.Immutable;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>What became of one attempt.</summary>
public enum Cause
{
    /// <summary>Answered (for a trace: in time).</summary>
    None,

    /// <summary>The user's patience ended.</summary>
    Timeout,

    /// <summary>Nothing listened on the server.</summary>
    Refused,

    /// <summary>The server did not answer within the connect timeout.</summary>
    Unreachable,

    /// <summary>The role's queue was full.</summary>
    QueueFull,

    /// <summary>The balancer had no target (503).</summary>
    NoTarget,

    /// <summary>The application answered with an error.</summary>
    Error,

    /// <summary>Lost with its server, its process or its drain's end.</summary>
    Cut,

    /// <summary>The database had no connection left.</summary>
    DbConnections,

    /// <summary>Never sent: the estate's limit of pending requests was reached.</summary>
    Shed,
}

/// <summary>A sampled request's way as it really went. Late: answered after its class's target.</summary>
[GenerateSerializer, Immutable]
public sealed record Trace(
    [property: Id(0)] string Class,
    [property: Id(1)] long Number,
    [property: Id(2)] int Attempt,
    [property: Id(3)] long StartNs,
    [property: Id(4)] long EndNs,
    [property: Id(5)] Cause Cause,
    [property: Id(6)] bool Late,
    [property: Id(7)] ImmutableArray<Hop> Hops);

/// <summary>One stay: when it came, when its work began, when it left. Hit: 1 hit, 0 miss, −1 not a cache. Role: null at balancer and cache.</summary>
[GenerateSerializer, Immutable]
public sealed record Hop(
    [property: Id(0)] string At,
    [property: Id(1)] Role? Role,
    [property: Id(2)] long InNs,
    [property: Id(3)] long WorkNs,
    [property: Id(4)] long OutNs,
    [property: Id(5)] int Hit,
    [property: Id(6)] Cause Cause);

/// <summary>A request class's last second. Rates count requests, not attempts; Latency is of answered ones, from the first attempt.</summary>
[GenerateSerializer, Immutable]
public sealed record ClassTelemetry(
    [property: Id(0)] string Id,
    [property: Id(1)] int Offered,
    [property: Id(2)] int Answered,
    [property: Id(3)] int Failed,
    [property: Id(4)] Percentiles Latency);
