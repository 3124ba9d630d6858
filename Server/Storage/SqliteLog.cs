using Microsoft.Data.Sqlite;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Storage;

/// <summary>The log in the embedded database: one connection for as long as it works, its statements prepared once.</summary>
internal sealed class SqliteLog(Places places) : ILogDisk
{
    private const string Own =
        """
        UPDATE estate_progress SET "Logged" = $tick
        WHERE "Estate" = $estate AND "Epoch" = $epoch AND "Logged" < $tick AND "Tick" < $tick
        """;

    private const string Keep =
        """
        INSERT INTO estate_log ("Estate", "Tick", "Commands", "PreviousHash")
        VALUES ($estate, $tick, $commands, $hash) ON CONFLICT ("Estate", "Tick") DO NOTHING
        """;

    private const string Note =
        """
        UPDATE estate_progress SET "Tick" = $tick, "Hash" = $hash, "Reach" = $reach
        WHERE "Estate" = $estate AND "Epoch" = $epoch AND "Tick" <= $tick
        """;

    private SqliteConnection? _connection;
    private SqliteCommand? _own;
    private SqliteCommand? _keep;
    private SqliteCommand? _note;

    public void Commit(List<LogWrite> batch)
    {
        try
        {
            if (_connection is null) Open();
            using var transaction = _connection!.BeginTransaction();
            (_own!.Transaction, _keep!.Transaction, _note!.Transaction) = (transaction, transaction, transaction);
            foreach (var write in batch) write.Taken = write.Log is { } log ? Insert(write.Epoch, log) : Update(write.Progress!);
            transaction.Commit();
        }
        catch
        {
            // What failed it may have broken the connection too; the next batch begins with another.
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in new[] { _own, _keep, _note }) command?.Dispose();
        _connection?.Dispose();
        (_connection, _own, _keep, _note) = (null, null, null, null);
    }

    private void Open()
    {
        _connection = SqliteDb.Connect(places.Database);
        _own = Prepare(Own, "$estate", "$epoch", "$tick");
        _keep = Prepare(Keep, "$estate", "$tick", "$commands", "$hash");
        _note = Prepare(Note, "$estate", "$epoch", "$tick", "$hash", "$reach");
    }

    private SqliteCommand Prepare(string text, params string[] parameters)
    {
        var command = _connection!.CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }

    private bool Insert(long epoch, LogRow log) =>
        Run(_own!, log.Estate, epoch, log.Tick) && Run(_keep!, log.Estate, log.Tick, log.Commands, log.PreviousHash);

    private bool Update(ProgressRow mark) => Run(_note!, mark.Estate, mark.Epoch, mark.Tick, mark.Hash, mark.Reach);

    /// <summary>Whether it changed its row.</summary>
    private static bool Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        return command.ExecuteNonQuery() == 1;
    }
}
