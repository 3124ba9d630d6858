using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace OpsGame.Server.Storage;

/// <summary>
/// Group commit: whatever all estates want to keep while one transaction is on its way to the disk goes into the next one, and is
/// completed together. One wait for the disk serves them all.
/// </summary>
internal sealed class LogWriter(IDbContextFactory<OpsGameDb> databases, ILogger<LogWriter> logger) : BackgroundService
{
    /// <summary>Writes that may wait; beyond it the estates wait, so memory stays bounded when the disk is slow.</summary>
    private const int Waiting = 4096;

    /// <summary>Writes a transaction: far below what makes one slow.</summary>
    private const int Batch = 512;

    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    public Task Append(LogRow row) => Enqueue(new Write(row, null));

    public Task Mark(ProgressRow row) => Enqueue(new Write(null, row));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _writes.Writer.TryComplete();
        // Bounded by what may wait, so it ends; what it holds is worth more than a quick exit.
        await (ExecuteTask ?? Task.CompletedTask);
        await base.StopAsync(cancellationToken);
    }

    // Ends when the channel is complete and empty, not when the host stops: what was taken is written.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Write>(Batch);
        while (await _writes.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < Batch && _writes.Reader.TryRead(out var write)) batch.Add(write);
            await Complete(batch);
        }
    }

    private async Task Enqueue(Write write)
    {
        await _writes.Writer.WriteAsync(write);
        await write.Done.Task;
    }

    private async Task Complete(List<Write> batch)
    {
        try
        {
            await Commit(batch);
            foreach (var write in batch) write.Done.TrySetResult();
        }
        catch (Exception failure) when (batch.Count > 1)
        {
            // One bad write must not fail its neighbours.
            logger.LogWarning(failure, "{Count} writes to the estates' log failed together; trying one by one", batch.Count);
            foreach (var write in batch) await Complete([write]);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "A write to the estates' log failed");
            batch[0].Done.TrySetException(failure);
        }
    }

    private async Task Commit(List<Write> batch)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var write in batch)
        {
            if (write.Log is { } log) await Insert(db, log);
            if (write.Progress is { } mark)
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO estate_progress ("Estate", "Tick", "Hash") VALUES ({mark.Estate}, {mark.Tick}, {mark.Hash})
                    ON CONFLICT ("Estate") DO UPDATE SET "Tick" = excluded."Tick", "Hash" = excluded."Hash"
                    """);
        }

        await transaction.CommitAsync();
    }

    /// <summary>The same entry twice is a repeated attempt; another one for the same tick would be a second history.</summary>
    private static async Task Insert(OpsGameDb db, LogRow log)
    {
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO estate_log ("Estate", "Tick", "Commands", "PreviousHash")
            VALUES ({log.Estate}, {log.Tick}, {log.Commands}, {log.PreviousHash})
            ON CONFLICT ("Estate", "Tick") DO NOTHING
            """);
        if (inserted == 1) return;
        var kept = await db.Log.AsNoTracking().SingleAsync(row => row.Estate == log.Estate && row.Tick == log.Tick);
        if (kept.Commands != log.Commands || kept.PreviousHash != log.PreviousHash)
            throw new InvalidOperationException($"The log of {log.Estate} already has another tick {log.Tick}.");
    }

    private sealed record Write(LogRow? Log, ProgressRow? Progress)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
