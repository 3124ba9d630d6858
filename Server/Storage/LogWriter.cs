using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Storage;

/// <summary>
/// Group commit: whatever all estates want to keep within a few milliseconds, or while one transaction is on its way to the disk,
/// goes into the next one, and is completed together. One wait for the disk serves them all.
/// </summary>
internal sealed class LogWriter(ILogDisk disk, IDbContextFactory<OpsGameDb> databases, ILogger<LogWriter> logger)
    : BackgroundService
{
    /// <summary>Writes that may wait; beyond it the estates wait, so memory stays bounded when the disk is slow.</summary>
    private const int Waiting = 4096;

    /// <summary>Writes a transaction: far below what makes one slow.</summary>
    private const int Batch = 512;

    /// <summary>Naps for which what can wait waits for a write that cannot: a quarter of a second.</summary>
    private const int Patience = 50;

    /// <summary>For the others to come; a fiftieth of a tick.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(5);

    private readonly Channel<LogWrite> _writes =
        Channel.CreateBounded<LogWrite>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    public Task Append(long epoch, LogRow row) => Enqueue(new LogWrite(row.Estate, epoch, row, null, CanWait: false));

    public Task Mark(ProgressRow row, bool canWait) => Enqueue(new LogWrite(row.Estate, row.Epoch, null, row, canWait));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _writes.Writer.TryComplete();
        // Bounded by what may wait, so it ends; what it holds is worth more than a quick exit.
        await (ExecuteTask ?? Task.CompletedTask);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>
    /// A thread of its own: the embedded database does not answer before it is done, and ticks need those of the pool.
    /// </summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Factory.StartNew(
        Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Task Enqueue(LogWrite write) => _writes.Writer.TryWrite(write) ? write.Done : EnqueueLater(write);

    private async Task EnqueueLater(LogWrite write)
    {
        await _writes.Writer.WriteAsync(write);
        await write.Done;
    }

    // Ends when the channel is complete and empty, not when the host stops: what was taken is written.
    private void Serve()
    {
        using var closing = disk;
        var batch = new List<LogWrite>(Batch);
        while (_writes.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            Gather(batch);
            Complete(batch);
            batch.Clear();
        }
    }

    private void Gather(List<LogWrite> batch)
    {
        for (var naps = 0; naps < Patience; naps++)
        {
            if (!_writes.Reader.Completion.IsCompleted) Thread.Sleep(Nap);
            while (batch.Count < Batch && _writes.Reader.TryRead(out var write)) batch.Add(write);
            if (batch.Count == Batch || batch.Exists(write => !write.CanWait)) return;
        }
    }

    private void Complete(List<LogWrite> batch)
    {
        try
        {
            disk.Commit(batch);
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is { } trouble)
        {
            // Nobody's fault, and alike for all: none of them fares better alone.
            logger.LogError(failure, "{Count} writes to the estates' log failed: the storage takes nothing", batch.Count);
            foreach (var write in batch) write.Fail(trouble);
            return;
        }
        catch (Exception failure) when (batch.Count > 1)
        {
            // One bad write must not fail its neighbours.
            logger.LogWarning(failure, "{Count} writes to the estates' log failed together; trying one by one", batch.Count);
            foreach (var write in batch) Complete([write]);
            return;
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "A write to the estates' log failed");
            batch[0].Fail(failure);
            return;
        }

        foreach (var write in batch)
        {
            if (write.Taken) write.Complete();
            else Explain(write);
        }
    }

    /// <summary>
    /// Why a write was not taken. The same entry twice is a repeated attempt; another one for its tick would be a second history.
    /// </summary>
    private void Explain(LogWrite write)
    {
        try
        {
            using var db = databases.CreateDbContext();
            var owner = db.Progress.AsNoTracking().Where(row => row.Estate == write.Estate).Select(row => row.Epoch)
                .SingleOrDefault();
            if (owner > write.Epoch) write.Fail(new SupersededException($"Estate {write.Estate}"));
            else if (write.Log is { } log && IsKept(db, log)) write.Complete();
            else
                write.Fail(new InvalidOperationException(
                    $"The log of {write.Estate} has passed tick {write.Tick} otherwise already."));
        }
        catch (Exception failure)
        {
            write.Fail(StorageTrouble.Of(failure) ?? failure);
        }
    }

    private static bool IsKept(OpsGameDb db, LogRow log) =>
        db.Log.AsNoTracking().SingleOrDefault(row => row.Estate == log.Estate && row.Tick == log.Tick) is { } kept
        && kept.Commands == log.Commands && kept.PreviousHash == log.PreviousHash;
}
