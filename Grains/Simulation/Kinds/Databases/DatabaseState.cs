using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>A database.</summary>
/// <param name="Server">The primary's.</param>
/// <param name="SlowFactor">Its work takes this many times as long until SlowEndsNs (1: healthy).</param>
/// <param name="PoolSize">Connections an application process keeps; 0: every call opens its own.</param>
/// <param name="Servers">Of all nodes.</param>
/// <param name="LagNs">A write is on the replicas after it, LagFactor times as late until LagEndsNs.</param>
/// <param name="Promoting">The replica that becomes primary at PromotesNs; empty: none.</param>
/// <param name="Copies">Replicas that do not have all data yet.</param>
/// <param name="Reads">Whom reads ask, by class.</param>
/// <param name="Breaker">Around the application's calls to it; null: none.</param>
/// <param name="LockTimeoutNs">A write gives up waiting for a lock after it; 0: never. Likewise StatementTimeoutNs of every call
/// in the database, PoolTimeoutNs of a call that waits for a pooled connection.</param>
/// <param name="Alter">The ALTER of a table that is under way, or was last; null: there was none.</param>
/// <param name="Pooler">In front of every node; null: there is none.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseState(
    string Id,
    string Server,
    int MaxConnections,
    double SlowFactor,
    long SlowEndsNs,
    int PoolSize,
    ImmutableArray<string> Servers,
    long LagNs,
    double LagFactor,
    long LagEndsNs,
    string Promoting,
    long PromotesNs,
    ImmutableArray<ReplicaCopy> Copies,
    ImmutableArray<ClassReads> Reads,
    BreakerSpec? Breaker = null,
    long LockTimeoutNs = 0,
    long StatementTimeoutNs = 0,
    long PoolTimeoutNs = 0,
    TableAlter? Alter = null,
    PoolerSpec? Pooler = null) : IComponent
{
    public static ComponentKind Kind { get; } = new("database", 50);

    /// <summary>As it is now.</summary>
    public long CurrentLagNs => (long)(LagNs * LagFactor);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Server);
        hash.Add(MaxConnections);
        hash.Add(SlowFactor);
        hash.Add(SlowEndsNs);
        hash.Add(PoolSize);
        hash.Add(Servers.Length);
        foreach (var each in Servers) hash.Add(each);
        hash.Add(LagNs);
        hash.Add(LagFactor);
        hash.Add(LagEndsNs);
        hash.Add(Promoting);
        hash.Add(PromotesNs);
        hash.Add(Copies.Length);
        foreach (var each in Copies) each.AddTo(ref hash);
        hash.Add(Breaker is not null);
        Breaker?.AddTo(ref hash);
        hash.Add(LockTimeoutNs);
        hash.Add(StatementTimeoutNs);
        hash.Add(PoolTimeoutNs);
        hash.Add(Alter is not null);
        Alter?.AddTo(ref hash);
        hash.Add(Pooler is not null);
        Pooler?.AddTo(ref hash);
        hash.Add(Reads.Length);
        foreach (var each in Reads) each.AddTo(ref hash);
    }
}

/// <summary>A new replica copies the primary's data until EndsNs; 0: it cannot yet.</summary>
[GenerateSerializer, Immutable]
public sealed record ReplicaCopy(string Server, long EndsNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Server);
        hash.Add(EndsNs);
    }
}

/// <summary>An ALTER of the table that a class's data are in.</summary>
/// <param name="Number">Of the database's ALTERs, from 1.</param>
/// <param name="Tries">How often it has asked for the lock, as far as anybody was told.</param>
[GenerateSerializer, Immutable]
public sealed record TableAlter(int Number, string Class, long SinceNs, int Tries = 1, bool UnderWay = true)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Number);
        hash.Add(Class);
        hash.Add(SinceNs);
        hash.Add(Tries);
        hash.Add(UnderWay);
    }
}

/// <summary>Whom reads of a class ask.</summary>
/// <param name="PrimaryAfterWriteNs">So long after their user's own write not a replica, but the primary.</param>
[GenerateSerializer, Immutable]
public sealed record ClassReads(string Class, bool Replica, long PrimaryAfterWriteNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Class);
        hash.Add(Replica);
        hash.Add(PrimaryAfterWriteNs);
    }
}
