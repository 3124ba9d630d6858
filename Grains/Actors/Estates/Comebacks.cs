using Microsoft.Extensions.Logging;

namespace OpsGame.Grains.Estates;

/// <summary>
/// Which of a silo's estates are played again from their logs now: as many as there are cores, so that the first are back soon,
/// and those somebody waits for before all others.
/// </summary>
public sealed class Comebacks(TimeProvider time, ILogger<Comebacks> logger)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Estate, TaskCompletionSource Turn)> _waiting = new();
    private int _working;
    private int _back;
    private long _since;
    private TimeSpan _first;

    /// <summary>Completed when it is its turn; <see cref="End"/> must follow.</summary>
    public Task Turn(string estate)
    {
        lock (_gate)
        {
            if (_working == 0) (_back, _since) = (0, time.GetTimestamp());
            if (_working < Environment.ProcessorCount)
            {
                _working++;
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast((estate, turn));
            return turn.Task;
        }
    }

    /// <summary>Somebody waits for it.</summary>
    public void Hurry(string estate)
    {
        lock (_gate)
        {
            for (var node = _waiting.First; node is not null; node = node.Next)
            {
                if (node.Value.Estate != estate) continue;
                _waiting.Remove(node);
                _waiting.AddFirst(node);
                return;
            }
        }
    }

    /// <summary>It is back, or could not be brought back.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_back++ == 0) _first = time.GetElapsedTime(_since);
            if (_waiting.First is { } next)
            {
                _waiting.Remove(next);
                next.Value.Turn.SetResult();
                return;
            }

            if (--_working > 0 || _back == 1) return;
        }

        logger.LogInformation(
            "{Count} systems are back: the first after {First:f1} s, the last after {Last:f1} s", _back, _first.TotalSeconds,
            time.GetElapsedTime(_since).TotalSeconds);
    }
}
