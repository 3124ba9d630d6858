using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;

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

    private readonly Channel<Write> _writes =
        Channel.CreateBounded<Write>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    public Task Append(long epoch, LogRow row) => Enqueue(new Write(row.Estate, epoch, row, null));

    public Task Mark(ProgressRow row) => Enqueue(new Write(row.Estate, row.Epoch, null, row));

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
        await write.Done;
    }

    private async Task Complete(List<Write> batch)
    {
        try
        {
            await Commit(batch);
            foreach (var write in batch) write.Complete();
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is { } trouble)
        {
            // Nobody's fault, and alike for all: none of them fares better alone.
            logger.LogError(failure, "{Count} writes to the estates' log failed: the storage takes nothing", batch.Count);
            foreach (var write in batch) write.Fail(trouble);
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
            batch[0].Fail(failure);
        }
    }

    private async Task Commit(List<Write> batch)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var write in batch)
        {
            write.Refusal = null;
            var taken = write.Log is { } log ? Insert(db, write.Epoch, log) : Note(db, write.Progress!);
            if (!await taken) await Explain(db, write);
        }

        await transaction.CommitAsync();
    }

    /// <summary>
    /// Only the owner, and only forwards. The row it changes is locked until the commit, so a new owner reads the log after it.
    /// </summary>
    private static async Task<bool> Insert(OpsGameDb db, long epoch, LogRow log) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE estate_progress SET "Logged" = {log.Tick}
            WHERE "Estate" = {log.Estate} AND "Epoch" = {epoch} AND "Logged" < {log.Tick} AND "Tick" < {log.Tick}
            """) == 1
        && await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO estate_log ("Estate", "Tick", "Commands", "PreviousHash")
            VALUES ({log.Estate}, {log.Tick}, {log.Commands}, {log.PreviousHash})
            ON CONFLICT ("Estate", "Tick") DO NOTHING
            """) == 1;

    private static async Task<bool> Note(OpsGameDb db, ProgressRow mark) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE estate_progress SET "Tick" = {mark.Tick}, "Hash" = {mark.Hash}, "Reach" = {mark.Reach}
            WHERE "Estate" = {mark.Estate} AND "Epoch" = {mark.Epoch} AND "Tick" <= {mark.Tick}
            """) == 1;

    /// <summary>
    /// Why a write was not taken. The same entry twice is a repeated attempt; another one for its tick would be a second history.
    /// </summary>
    private static async Task Explain(OpsGameDb db, Write write)
    {
        var owner = await db.Progress.AsNoTracking().Where(row => row.Estate == write.Estate).Select(row => row.Epoch)
            .SingleOrDefaultAsync();
        if (owner > write.Epoch)
        {
            write.Refusal = new SupersededException($"Estate {write.Estate}");
            return;
        }

        var tick = write.Log?.Tick ?? write.Progress!.Tick;
        var kept = write.Log is null
            ? null
            : await db.Log.AsNoTracking().SingleOrDefaultAsync(row => row.Estate == write.Estate && row.Tick == tick);
        if (kept is null || kept.Commands != write.Log!.Commands || kept.PreviousHash != write.Log.PreviousHash)
            write.Refusal = new InvalidOperationException($"The log of {write.Estate} has passed tick {tick} otherwise already.");
    }

    private sealed record Write(string Estate, long Epoch, LogRow? Log, ProgressRow? Progress)
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        /// <summary>What the database said to it, while its neighbours were written.</summary>
        public Exception? Refusal { get; set; }

        public void Complete()
        {
            if (Refusal is { } refusal) Fail(refusal);
            else _done.TrySetResult();
        }

        public void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
