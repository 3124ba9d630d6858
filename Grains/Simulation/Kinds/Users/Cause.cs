namespace OpsGame.Simulation.Kinds.Users;

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

    /// <summary>No connection of the process's pool came free in time.</summary>
    PoolTimeout,

    /// <summary>The row's lock did not come free in time.</summary>
    LockTimeout,

    /// <summary>Two transactions waited for each other; this one had to give way.</summary>
    Deadlock,

    /// <summary>The database cancelled a call that took too long.</summary>
    StatementTimeout,

    /// <summary>An operator ended its session in the database.</summary>
    SessionKilled,

    /// <summary>Answered, but with data older than its user may be given.</summary>
    Stale,

    /// <summary>
    /// Answered, but with data that a version wrote which cannot coexist with the one that read or overwrote it.
    /// </summary>
    Corrupt,

    /// <summary>The server's disk was full.</summary>
    DiskFull,

    /// <summary>The balancer let no more through (429).</summary>
    RateLimited,

    /// <summary>No target had room in time (503).</summary>
    QueueTimeout,

    /// <summary>The balancer was over its limit, and other classes are more important (503).</summary>
    LoadShed,

    /// <summary>Not even asked: too many calls before it had failed.</summary>
    CircuitOpen,

    /// <summary>The user's browser refused the certificate.</summary>
    Certificate,

    /// <summary>Its source is blocked where it came in.</summary>
    Blocked,

    /// <summary>Never sent: the estate's limit of pending requests was reached.</summary>
    Shed,

    /// <summary>The queue was full and took no more messages.</summary>
    BacklogFull,

    /// <summary>A job that failed as often as it may, or was moved aside.</summary>
    DeadLetter,

    /// <summary>A job somebody threw away.</summary>
    Purged,

    /// <summary>A job was done once more, and that was wrong.</summary>
    DoneTwice,

    /// <summary>Whoever had passed it on waited for the answer no longer (504).</summary>
    ResponseTimeout,

    /// <summary>Sent over a connection that the server was just closing (502).</summary>
    ConnectionClosed,

    /// <summary>Enough requests of its class were in the role already.</summary>
    BulkheadFull,

    /// <summary>No connection of the pooler to the database came free in time.</summary>
    PoolerTimeout,

    /// <summary>Each process held as many long-lived connections as it may.</summary>
    ConnectionsFull,
}

public static class CauseTable
{
    /// <summary>All there are, <see cref="Cause.None"/> too.</summary>
    public const int Count = (int)Cause.ConnectionsFull + 1;

    /// <summary>From here on a history counts only those there were: older ones did not know them.</summary>
    internal const int Later = (int)Cause.Shed + 1;
}
