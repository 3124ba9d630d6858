using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>
/// A pooler between the applications and each node of the database (PgBouncer): many client connections share a few to the node.
/// Defaults are PgBouncer's.
/// </summary>
/// <param name="Connections">To each node, 1 – 10 000; opened when they are needed and kept (default_pool_size, 20).</param>
/// <param name="Clients">Connections it takes, 1 – 100 000; one more is refused at once (max_client_conn, 100).</param>
/// <param name="TimeoutNs">A call that waits for one of Connections gives up after it, and its client is disconnected
/// (query_wait_timeout, 120 s); 0: never.</param>
[GenerateSerializer, Immutable]
public sealed record PoolerSpec(
    PoolerMode Mode = PoolerMode.Session, int Connections = 20, int Clients = 100, long TimeoutNs = 120 * Nanoseconds.PerSecond)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((int)Mode);
        hash.Add(Connections);
        hash.Add(Clients);
        hash.Add(TimeoutNs);
    }
}

/// <summary>For how long a client has a connection to the node.</summary>
public enum PoolerMode
{
    /// <summary>From its first call until the client disconnects.</summary>
    Session,

    /// <summary>For one transaction.</summary>
    Transaction,
}
