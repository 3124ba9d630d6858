using System.Collections.Immutable;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Server.Verification;

/// <summary>
/// Looks at the logs of verified results, one after another: those somebody has just seen on a board first, then all in turn.
/// Whoever opens a board must not pay for logs that others filled. Every server of a game does so for itself.
/// </summary>
internal sealed class Auditing(IBoard board, IGrainFactory grains, TimeProvider time, ILogger<Auditing> logger)
    : BackgroundService
{
    /// <summary>Some boards full of results.</summary>
    private const int MostAsked = 1_000;

    /// <summary>It rests so many times as long as it read: what live drills write to the database comes first.</summary>
    private const int Rests = 19;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(2);

    /// <summary>What was looked at is not looked at again within this.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Queue<(string Drill, string Team)> _asked = new();
    private readonly Dictionary<(string Drill, string Team), long> _looked = [];
    private (string Drill, string Team) _last = ("", "");

    /// <summary>Somebody sees these results.</summary>
    public void Ask(ImmutableArray<BoardResult> seen)
    {
        lock (_gate)
        {
            var waiting = _asked.ToHashSet();
            foreach (var result in seen.Select(each => (each.Drill, each.Team)))
                if (_asked.Count < MostAsked && waiting.Add(result)) _asked.Enqueue(result);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var since = time.GetTimestamp();
            try
            {
                if (await Next() is { } next) await Audit(next.Drill, next.Team);
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested)
                    logger.LogWarning(failure, "A result could not be audited; the next is");
            }

            var rest = time.GetElapsedTime(since) * Rests;
            if (rest < ShortestRest) rest = ShortestRest;
            await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(string Drill, string Team)?> Next()
    {
        lock (_gate)
        {
            foreach (var (result, at) in _looked)
                if (time.GetElapsedTime(at) > Fresh) _looked.Remove(result);
            while (_asked.TryDequeue(out var asked))
                if (!_looked.ContainsKey(asked)) return asked;
        }

        var next = await board.Following(_last.Drill, _last.Team);
        _last = next ?? ("", "");
        return next is { } one && !_looked.ContainsKey(one) ? one : null;
    }

    private async Task Audit(string drill, string team)
    {
        lock (_gate) _looked[(drill, team)] = time.GetTimestamp();
        if (await board.Audit(drill, team)) return;
        logger.LogError("The result of {Drill}/{Team} is no longer as it was verified; it is verified again", drill, team);
        await grains.GetGrain<IResultGrain>(new EstateKey(drill, team).ToString()).Verify();
    }
}
