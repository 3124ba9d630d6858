namespace OpsGame.Simulation.Engine;

internal enum EventKind : byte
{
    None,

    /// <summary>A class's next user sends (Slot: class, Epoch: its schedule).</summary>
    Arrival,

    /// <summary>A user's patience ends (Epoch: the request's life).</summary>
    PatienceEnds,

    /// <summary>A warm-up asks for its next key (Slot: which cache, Epoch: the warm-up).</summary>
    WarmNext,

    /// <summary>A retired generation's time to finish is over (Slot: station, Epoch: generation).</summary>
    ShutdownTimeout,

    /// <summary>A user tries again.</summary>
    Retry,

    /// <summary>A request reaches the balancer, or the server that stands in for one.</summary>
    ReachEntry,

    /// <summary>A request reaches the inner balancer.</summary>
    ReachInner,

    /// <summary>A message reaches the downlink of a rack (Arg: rack).</summary>
    ReachDownlink,
    /// <summary>The answer to a name is there (Arg: resolver).</summary>
    Resolved,

    /// <summary>A connection's first packet reaches the address.</summary>
    ReachDoor,

    /// <summary>TCP's answer is back at the user.</summary>
    Connected,

    /// <summary>TLS's first packet reaches the address.</summary>
    ReachHello,

    /// <summary>The balancer has done its part of a handshake.</summary>
    HandshakeWorked,

    /// <summary>TLS's last answer is back at the user.</summary>
    Established,

    /// <summary>A server that shook hands gets the request itself.</summary>
    HandsShaken,

    /// <summary>A request reaches the edge.</summary>
    ReachEdge,

    /// <summary>The edge has looked (Arg: 1 hit, 0 miss).</summary>
    EdgeLookedUp,

    /// <summary>A request reaches a role (Arg: station).</summary>
    ReachStation,

    /// <summary>A caller's connect timeout ends.</summary>
    ConnectTimeout,

    /// <summary>A request has waited long enough for a pooled connection, a lock or a target with room.</summary>
    WaitTimeout,

    /// <summary>A transaction has waited for a lock so long that it looks for a deadlock.</summary>
    DeadlockCheck,

    /// <summary>A call has been in the database too long (Epoch: the request's life).</summary>
    StatementTimeout,

    /// <summary>A key has come from disk.</summary>
    DiskRead,

    /// <summary>A core has done a request's work.</summary>
    WorkDone,

    /// <summary>A request reaches the cache.</summary>
    ReachCache,

    /// <summary>The cache has looked (Arg: 1 hit, 0 miss).</summary>
    LookedUp,

    /// <summary>The cache's answer is back at the application server.</summary>
    CacheAnswered,

    /// <summary>An answer is back at the caller (Arg: its role, −1 the balancer, −2 the user, −3 the edge).</summary>
    Answered,
}

/// <summary>Something that will happen. Ordered by (Time, Sequence): ties in the order they were scheduled.</summary>
internal struct Event
{
    public long Time;
    public long Sequence;
    public int Slot;
    public int Epoch;
    public int Arg;
    public EventKind Kind;

    /// <summary>The lane whose head this is, or −1.</summary>
    public sbyte Lane;

    public readonly bool Before(in Event other) => Time < other.Time || (Time == other.Time && Sequence < other.Sequence);
}
