using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>One attempt of one request, as the engine holds it: a slot of a pool, used again and again.</summary>
internal struct Request
{
    public const int AtUser = -2;
    public const int AtBalancer = -1;
    public const int AtEdge = -3;

    /// <summary>Beyond the roles: none of them.</summary>
    public const int AtInner = 3;
    public const int AtQueue = 4;
    public const int AtServer = 5;

    /// <summary>Between the numbers of a user's request and of the next one that does the same over again.</summary>
    public const long Again = 1L << 40;

    /// <summary>Of a delivery: all its messages are done.</summary>
    public const int NothingLeft = -1;

    /// <summary>Where it may be, from the edge to a server that checks itself.</summary>
    public const int Places = AtServer - AtEdge + 1;

    public Stays Stays;
    public Passes Passes;
    public Visits Visits;
    public long Number;

    /// <summary>When the user first sent it; likewise Sent: this attempt.</summary>
    public long Born;
    public long Sent;

    /// <summary>When its work ends, on a core it shares with nobody.</summary>
    public long WorkEnds;
    public long ShakeIn;
    public long ShakeStart;

    /// <summary>When the database gave the value it carries.</summary>
    public long ReadAt;

    /// <summary>When the web role stops waiting for the application; 0: never, or it does not wait.</summary>
    public long CallUntil;

    /// <summary>Of a read after its user's own write, when that was committed; 0: it is none.</summary>
    public long WroteAt;
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

    /// <summary>
    /// Where its connection leads (<see cref="Engine.Address"/>), that end's incarnation, and the pinned target (−1 none).
    /// </summary>
    public int Address;
    public int Incarnation;
    public int Pin;

    /// <summary>How deep it is: −3 edge, −2 user, −1 balancer, 0 web, 1 app or worker, 2 db, 3 inner balancer, 4 queue,
    /// 5 a server that checks itself.</summary>
    public int At;
    public int Next;
    public int Previous;

    /// <summary>
    /// Of a message that passes uplinks: the one it is in, since when, the way between the racks, the rack it goes to (−1: none
    /// with an uplink), and what comes there.
    /// </summary>
    public int Link;
    public long LinkIn;
    public int ThenLane;
    public int ThenRack;
    public int ThenArg;
    public StepKind Then;
    public int Trace;
    public Phase Phase;
    public Cause Failure;

    /// <summary>One bit a role: its call counts for its circuit breaker.</summary>
    public byte Guarded;

    /// <summary>By role, when its guarded call went out.</summary>
    public Moments Asked;

    /// <summary>One bit a role: it counts for its class's bulkhead there.</summary>
    public byte Bulkheads;
    public bool Write;

    /// <summary>Bit by bit the features its answer goes without, as the flags stood when the application took it.</summary>
    public int Without;

    /// <summary>Its user has gone; nobody counts the answer.</summary>
    public bool Abandoned;

    /// <summary>The connection its answer would go back over is closed.</summary>
    public bool Closed;

    /// <summary>How often balancers have sent it on once more.</summary>
    public byte Tries;

    /// <summary>A role took it and said itself what became of it: whoever called has an answer, if only an error.</summary>
    public bool Responded;

    /// <summary>A health probe. Deep: goes through to the database.</summary>
    public bool Probe;
    public bool Deep;

    /// <summary>Of a probe: the kind of a server's check of itself, + 1; 0: a balancer sent it.</summary>
    public byte Own;

    /// <summary>Nobody waits for it: it warms a cache.</summary>
    public Warming Warms;

    /// <summary>It warms one key alone: a cache serves what it has of it until this one is back.</summary>
    public bool Revalidates;

    /// <summary>
    /// Nobody sent it: it is a delivery of the queue, and this its current receipt (+ 1), or <see cref="NothingLeft"/>. 0: it is
    /// a user's request.
    /// </summary>
    public int Message;

    /// <summary>
    /// The connection that lasts (+ 1) which it opened or goes over, and of a message that connection's life; 0: none.
    /// </summary>
    public int Tunnel;
    public int TunnelLife;

    /// <summary>Its message is in the queue; of a delivery: its worker has said what became of it.</summary>
    public bool Settled;

    /// <summary>Fills the cache when it is back from the database.</summary>
    public bool Fills;

    /// <summary>Carries a value older than its user may be given.</summary>
    public bool Stale;

    /// <summary>Carries what a version wrote that its own cannot read, or wrote over it.</summary>
    public bool Corrupt;

    /// <summary>Opens its connection with a server: the work is a handshake, the request itself follows.</summary>
    public bool ShakesHands;
    public bool Resumed;

    /// <summary>Went out over a connection of its browser.</summary>
    public bool Connected;

    public bool HoldsPool;

    /// <summary>The database's node (+ 1) its first connection of two leads to; 0: it has none.</summary>
    public int First;

    /// <summary>That node has ended since.</summary>
    public bool FirstLost;

    /// <summary>Its connection has one of the pooler's to the node behind it.</summary>
    public bool HoldsServer;

    /// <summary>Its pool had no idle connection (or lost it): it opens the one it holds when it reaches the database.</summary>
    public bool Opens;
    public bool HoldsMutex;
    public bool HoldsSlot;

    /// <summary>Its transaction shares the lock of its table.</summary>
    public bool HoldsTable;

    /// <summary>Every attempt's luck of its own: number, attempt and a balancer's tries in one index.</summary>
    public readonly ulong Luck => ((ulong)Tries << 56) | ((ulong)Number << 4) | (uint)Attempt;

    public readonly Role Role => (Role)At;

    /// <summary>
    /// Its user's number: who reads after his own write has that write's, who connects anew that of the first time.
    /// </summary>
    public readonly long User => (Number < 0 ? ~Number : Number) & (Again - 1);

    /// <summary>The edge waits for its answer.</summary>
    public readonly bool InEdge => Visits[Visits.Edge].Inside;

    /// <summary>The lock it waits for, or takes next.</summary>
    public readonly int WaitsFor => LockKeys[Locked];
}
