using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Storage;

/// <summary>
/// Tells trouble with the storage (a full disk, a database that is gone) from mistakes in what is asked of it. Nothing is tried
/// twice.
/// </summary>
internal sealed class StorageTrouble(DbContext context) : IExecutionStrategy
{
    /// <summary>
    /// SQLite: no memory, read-only, input/output error, damaged, full, cannot be opened, and a write lock that did not come
    /// free.
    /// </summary>
    private static readonly int[] Sqlite = [5, 6, 7, 8, 10, 11, 13, 14, 26];

    /// <summary>
    /// PostgreSQL: classes of codes for connections, resources, an operator's intervention, its system, itself; a standby; and a
    /// database that lets nobody in.
    /// </summary>
    private static readonly string[] Postgres = ["08", "53", "57", "58", "XX", "25006", "55000"];

    public bool RetriesOnFailure => false;

    /// <summary>The failure as callers know it; null: it is none of the storage.</summary>
    public static StorageUnavailableException? Of(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            var trouble = inner switch
            {
                StorageUnavailableException known => known,
                SqliteException sqlite when Sqlite.Contains(sqlite.SqliteErrorCode) => Wrap(failure, inner),
                PostgresException postgres =>
                    Postgres.Any(known => postgres.SqlState.StartsWith(known, StringComparison.Ordinal))
                        ? Wrap(failure, inner)
                        : null,
                NpgsqlException => Wrap(failure, inner),
                _ => null,
            };
            if (trouble is not null || inner is DbException) return trouble;
        }

        return null;
    }

    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation,
        Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        try
        {
            return operation(context, state);
        }
        catch (Exception failure) when (Of(failure) is { } trouble)
        {
            throw trouble;
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await operation(context, state, cancellationToken);
        }
        catch (Exception failure) when (Of(failure) is { } trouble)
        {
            throw trouble;
        }
    }

    private static StorageUnavailableException Wrap(Exception failure, Exception inner) => new(inner.Message, failure);
}
