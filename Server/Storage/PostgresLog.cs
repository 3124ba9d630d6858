using Npgsql;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Storage;

/// <summary>
/// The log in the database that several servers share: a batch goes there and is answered in one round trip, and is one
/// transaction.
/// </summary>
internal sealed class PostgresLog(Places places) : ILogDisk
{
    /// <summary>The row that makes it the owner's is locked until the commit, so a new owner reads the log after it.</summary>
    private const string Keep =
        """
        WITH own AS (
            UPDATE estate_progress SET "Logged" = $2
            WHERE "Estate" = $1 AND "Epoch" = $3 AND "Logged" < $2 AND "Tick" < $2 RETURNING "Estate")
        INSERT INTO estate_log ("Estate", "Tick", "Commands", "PreviousHash")
        SELECT "Estate", $2, $4, $5 FROM own ON CONFLICT ("Estate", "Tick") DO NOTHING
        """;

    private const string Note =
        """
        UPDATE estate_progress SET "Tick" = $2, "Hash" = $4, "Reach" = $5
        WHERE "Estate" = $1 AND "Epoch" = $3 AND "Tick" <= $2
        """;

    public void Commit(List<LogWrite> batch)
    {
        // from the pool, which puts aside those that broke
        using var connection = new NpgsqlConnection(places.Postgres);
        connection.Open();
        using var statements = new NpgsqlBatch(connection);
        foreach (var write in batch)
            statements.BatchCommands.Add(write.Log is { } log ? Insert(write.Epoch, log) : Update(write.Progress!));
        statements.Prepare();
        statements.ExecuteNonQuery();
        for (var index = 0; index < batch.Count; index++)
            batch[index].Taken = statements.BatchCommands[index].RecordsAffected == 1;
    }

    public void Dispose()
    {
        // the pool's connections are everybody's
    }

    private static NpgsqlBatchCommand Insert(long epoch, LogRow log) => new(Keep)
    {
        Parameters =
        {
            Value(log.Estate), Value(log.Tick), Value(epoch), Value(log.Commands), Value(log.PreviousHash),
        },
    };

    private static NpgsqlBatchCommand Update(ProgressRow mark) => new(Note)
    {
        Parameters =
        {
            Value(mark.Estate), Value(mark.Tick), Value(mark.Epoch), Value(mark.Hash), Value(mark.Reach),
        },
    };

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
