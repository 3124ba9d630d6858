using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>Every application's calls to the database get a circuit breaker, all closed; null: none any more.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDatabaseBreaker(BreakerSpec? Breaker) : Directive;

/// <summary>Timeouts are of the waits that begin from now on; 0: none.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDatabase(
    string Database, int MaxConnections, double SlowFactor, int PoolSize, long LagNs,
    long LockTimeoutNs, long StatementTimeoutNs, long PoolTimeoutNs, PoolerSpec? Pooler = null)
    : Directive;

/// <summary>A transaction is ended where it stands and its connection closed; its locks are free.</summary>
/// <param name="Slot">With Life as in <see cref="Databases.DatabaseSession"/>.</param>
[GenerateSerializer, Immutable]
public sealed record KillSession(string Database, int Slot, int Life) : Directive, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) => 1;
}

/// <summary>
/// A table is altered: as soon as everybody who came before is done with it, and nobody who comes later is let in meanwhile.
/// </summary>
/// <param name="Number">Of the database's ALTERs, from 1.</param>
/// <param name="Class">Whose data the table has.</param>
/// <param name="LockTimeoutNs">It gives up waiting for the lock after it, and asks again after RetryNs; 0: never.</param>
[GenerateSerializer, Immutable]
public sealed record AlterTable(string Database, int Number, string Class, long WorkNs, long LockTimeoutNs, long RetryNs)
    : Directive;

/// <summary>The ALTER that is under way ends, and has changed nothing.</summary>
[GenerateSerializer, Immutable]
public sealed record CancelAlter(string Database) : Directive;

/// <summary>Reads of a class ask replicas or not, and so long after their user's own write the primary.</summary>
[GenerateSerializer, Immutable]
public sealed record SetReads(string Database, string Class, bool Replica, long PrimaryAfterWriteNs) : Directive;

/// <summary>A server follows the primary; it answers nobody until <see cref="ServeReplica"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record AddReplica(string Database, string Server, long LagNs) : Directive;

[GenerateSerializer, Immutable]
public sealed record ServeReplica(string Database, string Server) : Directive;

/// <summary>A replica is asked nothing more, and follows no longer.</summary>
[GenerateSerializer, Immutable]
public sealed record RetireReplica(string Database, string Server) : Directive;

/// <summary>The primary is no longer one; until <see cref="PromoteReplica"/> nobody takes writes.</summary>
[GenerateSerializer, Immutable]
public sealed record FencePrimary(string Database) : Directive, ICuts
{
    int ICuts.RequestsIn(ImmutableArray<Column> columns) =>
        columns.All<DatabaseTelemetry>().Sum(database => database.BusySlots + database.SlotQueue);
}

[GenerateSerializer, Immutable]
public sealed record PromoteReplica(string Database, string Server) : Directive;
