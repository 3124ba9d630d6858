using System.Runtime.CompilerServices;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>Where a request is between two events.</summary>
internal enum Phase : byte
{
    Free,

    /// <summary>Its user waits before trying again.</summary>
    Backoff,

    /// <summary>On a wire, at the cache, or waiting for a timeout: an event will move it.</summary>
    Travelling,
    InThreadQueue,

    /// <summary>Holds a thread of a hung process.</summary>
    Hung,
    InRunQueue,
    OnCore,
    InLockQueue,
    InSlotQueue,

    /// <summary>Holds a slot while a key comes from disk.</summary>
    ReadingDisk,

    /// <summary>Waits for a connection of its process's pool.</summary>
    InPoolQueue,

    /// <summary>Waits for its process's mutex.</summary>
    InMutexQueue,

    /// <summary>Waits at the cache or the edge for another request's answer.</summary>
    InFlight,

    /// <summary>Waits at a balancer for a target with room.</summary>
    InBalancerQueue,
    /// <summary>Waits for one of the balancer's cores for handshakes.</summary>
    InTlsQueue,

    /// <summary>Has one of them.</summary>
    ShakingHands,
}

/// <summary>Which cache a request warms.</summary>
internal enum Warming : byte
{
    None,
    Cache,
    Edge,
}

/// <summary>One role's hold on a request: the thread (or connection) it has there, from when.</summary>
internal struct Stay
{
    /// <summary>−1: not there.</summary>
    public int Station;
    public int Process;
    public long In;

    /// <summary>−1: work has not begun.</summary>
    public long Start;
}

[InlineArray(3)]
internal struct Stays
{
    private Stay _first;
}

/// <summary>What a balancer knows of a request.</summary>
internal struct Pass
{
    /// <summary>When it came, and when a target was found (−1: not yet).</summary>
    public long In;
    public long Start;

    /// <summary>−1: none.</summary>
    public int Target;
}

/// <summary>Of the outer and of the inner balancer.</summary>
[InlineArray(2)]
internal struct Passes
{
    private Pass _first;
}

/// <summary>Keys a transaction locks, in the order it does.</summary>
[InlineArray(Limits.Locks)]
internal struct LockKeys
{
    private int _first;
}

/// <summary>One attempt of one request, as the engine holds it: a slot of a pool, used again and again.</summary>
internal struct Request
{
    public const int AtUser = -2;
    public const int AtBalancer = -1;
    public const int AtEdge = -3;

    /// <summary>Beyond the roles: none of them.</summary>
    public const int AtInner = 3;

    public Stays Stays;
    public Passes Passes;
    public long Number;

    /// <summary>When the user first sent it; likewise Sent: this attempt.</summary>
    public long Born;
    public long Sent;
    public long CacheIn;
    public long EdgeIn;
    public long ShakeIn;
    public long ShakeStart;

    /// <summary>When the database gave the value it carries.</summary>
    public long ReadAt;
    public int Class;
    public int Attempt;

    /// <summary>Counts this slot's users: a timer of an earlier one is stale.</summary>
    public int Life;

    /// <summary>Counts cancelled steps: an event of an earlier one is stale.</summary>
    public int Epoch;
    public int Key;

    /// <summary>Of a write; it holds the first Locked of them.</summary>
    public LockKeys LockKeys;
    public int Locked;

    /// <summary>The database's node it asks.</summary>
    public int Node;

    /// <summary>The browser it comes from, −1: one that is always connected.</summary>
    public int Client;

    /// <summary>Where its connection leads (<see cref="Engine.Address"/>), that end's incarnation, and the pinned target (−1 none).</summary>
    public int Address;
    public int Incarnation;
    public int Pin;

    /// <summary>How deep it is: −3 edge, −2 user, −1 balancer, 0 web, 1 app, 2 db, 3 inner balancer.</summary>
    public int At;
    public int Next;
    public int Previous;

    /// <summary>What comes when it is through the downlink it is on its way to.</summary>
    public int ThenArg;
    public EventKind Then;
    public int Trace;
    public Phase Phase;
    public Cause Failure;

    /// <summary>One bit a role: its call counts for its circuit breaker.</summary>
    public byte Guarded;
    public bool Write;

    /// <summary>Bit by bit the features its answer goes without, as the flags stood when the application took it.</summary>
    public int Without;

    /// <summary>Its user has gone; nobody counts the answer.</summary>
    public bool Abandoned;

    /// <summary>A health probe. Deep: goes through to the database.</summary>
    public bool Probe;
    public bool Deep;

    /// <summary>Nobody waits for it: it warms a cache.</summary>
    public Warming Warms;

    /// <summary>Fills the cache when it is back from the database.</summary>
    public bool Fills;

    /// <summary>In the cache's hands.</summary>
    public bool InCache;

    /// <summary>Others wait at the cache for the answer it fetches.</summary>
    public bool Leads;

    /// <summary>Carries a value older than its user may be given.</summary>
    public bool Stale;

    /// <summary>Carries what a version wrote that its own cannot read, or wrote over it.</summary>
    public bool Corrupt;

    /// <summary>Opens its connection with a server: the work is a handshake, the request itself follows.</summary>
    public bool ShakesHands;
    public bool Resumed;

    /// <summary>Went out over a connection of its browser.</summary>
    public bool Connected;

    /// <summary>The edge waits for its answer.</summary>
    public bool InEdge;

    /// <summary>Others wait at the edge for the answer it fetches.</summary>
    public bool LeadsAtEdge;
    public bool HoldsPool;

    /// <summary>Its pool had no idle connection (or lost it): it opens the one it holds when it reaches the database.</summary>
    public bool Opens;
    public bool HoldsMutex;
    public bool HoldsSlot;

    /// <summary>Every attempt's luck of its own: number and attempt in one index.</summary>
    public readonly ulong Luck => ((ulong)Number << 4) | (uint)Attempt;

    public readonly Role Role => (Role)At;

    /// <summary>The lock it waits for, or takes next.</summary>
    public readonly int WaitsFor => LockKeys[Locked];
}
