namespace OpsGame.Simulation.Engine;

/// <summary>
/// What happens next to a request. Here are the steps one station hands to another; a station's own follow
/// (<see cref="Station.NewStep"/>), and then its timers (<see cref="Station.NewTimer"/>).
/// </summary>
internal enum StepKind : byte
{
    None,

    /// <summary>A user's request sets out where there is a name to look up, a connection to open or an edge on the way.</summary>
    Approach,

    /// <summary>The answer to a name is there.</summary>
    Named,

    /// <summary>An answer is back over a connection of a browser.</summary>
    CameOver,

    /// <summary>A request reaches the balancer, or the server that stands in for one.</summary>
    ReachEntry,

    /// <summary>A request reaches the inner balancer.</summary>
    ReachInner,

    /// <summary>TLS's first packet reaches the address.</summary>
    ReachHello,

    /// <summary>A server has done its part of a handshake.</summary>
    ShookHands,

    /// <summary>A request reaches the edge.</summary>
    ReachEdge,

    /// <summary>A request reaches a role (Arg: its processes).</summary>
    ReachRole,

    /// <summary>A request reaches the cache.</summary>
    ReachCache,

    /// <summary>The cache's answer is back at the application server (Arg: 1 hit, 0 miss).</summary>
    CacheAnswered,

    /// <summary>The answer to a request that warms the cache is back; likewise the edge.</summary>
    CacheWarmed,
    EdgeWarmed,

    /// <summary>A message reaches the queue.</summary>
    ReachQueue,

    /// <summary>A message reaches the entry over a connection that lasts.</summary>
    ReachTunnel,

    /// <summary>The answer to a request that opens one is back at its user.</summary>
    TunnelAnswered,

    /// <summary>A caller's connect timeout ends (Arg: the caller, as of an answer).</summary>
    ConnectTimeout,

    /// <summary>An answer is back at the caller (Arg: <see cref="Request.At"/>).</summary>
    Answered,
}
