using Microsoft.Extensions.Hosting;

namespace OpsGame.Grains.Lab;

/// <summary>
/// A silo's threads for long simulations: half of its cores, so that live drills keep theirs; not the scheduler's, which has to
/// answer within a tick. What has the lowest rank is next; among equals, who came first. While live drills need all there is,
/// nothing more is begun.
/// </summary>
public sealed class Crew : IDisposable
{
    /// <summary>Looks whether the live drills have enough again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly Workload _workload;
    private readonly TimeProvider _time;
    private readonly PriorityQueue<Action<CancellationToken>, (long Rank, long Turn)> _waiting = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationToken _stop;
    private readonly Thread[] _threads;
    private long _turn;
    private long _done;

    public Crew(IHostApplicationLifetime process, Workload workload, TimeProvider time)
    {
        (_workload, _time) = (workload, time);
        _stop = process.ApplicationStopping;
        _threads =
        [
            .. Enumerable.Range(1, Size).Select(number => new Thread(Serve) { IsBackground = true, Name = $"crew {number}" }),
        ];
        foreach (var thread in _threads) thread.Start();
    }

    /// <summary>The rank of a verification for a board: it comes after everything anybody plays.</summary>
    public const long Last = long.MaxValue;

    public static int Size { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Simulations played to their end since the process began.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>The work's outcome once it has been its turn; cancelled when the process ends.</summary>
    public Task<T> Run<T>(long rank, Func<CancellationToken, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue(stop => Do(work, done, stop), (rank, _turn++));
        }

        _work.Release();
        return done.Task;
    }

    public void Dispose() => _work.Dispose();

    private void Do<T>(Func<CancellationToken, T> work, TaskCompletionSource<T> done, CancellationToken stop)
    {
        try
        {
            stop.ThrowIfCancellationRequested();
            var outcome = work(stop);
            Interlocked.Increment(ref _done);
            done.TrySetResult(outcome);
        }
        catch (OperationCanceledException)
        {
            done.TrySetCanceled(stop);
        }
        catch (Exception failure)
        {
            done.TrySetException(failure);
        }
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                _work.Wait(_stop);
                GiveWay();
                var since = _time.GetTimestamp();
                Next()?.Invoke(_stop);
                _workload.Aside(_time.GetElapsedTime(since));
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends; whoever still waits is told so.
            while (Next() is { } left) left(_stop);
        }
    }

    private void GiveWay()
    {
        while (_workload.IsPressed)
            if (_stop.WaitHandle.WaitOne(Rest)) return;
    }

    private Action<CancellationToken>? Next()
    {
        lock (_gate) return _waiting.TryDequeue(out var next, out _) ? next : null;
    }
}
