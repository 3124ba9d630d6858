namespace OpsGame.Simulation.Time;

/// <summary>What one estate may hold; beyond it a command or a scenario is refused with a clear code.</summary>
public static class Limits
{
    /// <summary>Components an estate: more than a screen or a team can follow.</summary>
    public const int Components = 400;

    /// <summary>Servers that ever stood in an estate: what they measured stays in its report.</summary>
    public const int ServersEver = 1_000;

    /// <summary>Commands a tick an estate: keeps one durable write small.</summary>
    public const int CommandsPerTick = 200;

    /// <summary>Requests in flight an estate: beyond it the client population sheds (memory stays flat).</summary>
    public const int PendingRequests = 200_000;

    /// <summary>Length of a drill in simulated time.</summary>
    public const long DrillNs = 4 * 3600 * Nanoseconds.PerSecond;

    /// <summary>Names of people, teams and components.</summary>
    public const int NameLength = 40;

    public const int Processes = 64;

    /// <summary>Feature flags an estate: one bit each.</summary>
    public const int Features = 16;

    /// <summary>Generations of a role's processes per server; more old ones are a mistake.</summary>
    public const int Generations = 16;

    /// <summary>A server's disk: 16 TiB.</summary>
    public const int DiskMiB = 16 * 1024 * 1024;
    public const int Threads = 100_000;
    public const int Queue = 200_000;
    public const int CacheEntries = 5_000_000;
    public const int Keys = 1_000_000;

    /// <summary>Rows a transaction locks.</summary>
    public const int Locks = 4;

    /// <summary>Of the database.</summary>
    public const int Replicas = 8;
    public const int Connections = 10_000;

    /// <summary>That the queue holds, dead letters too.</summary>
    public const int Messages = 200_000;

    /// <summary>Long-lived connections an estate.</summary>
    public const int LongLived = 200_000;

    /// <summary>Browsers with connections of their own: 40 bytes each.</summary>
    public const int Clients = 1_000_000;
}
