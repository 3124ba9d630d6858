using System.Collections.Concurrent;
using OpsGame.Grains.Contracts;

namespace OpsGame.Grains.Tests;

/// <summary>Sees every tick of an estate.</summary>
internal sealed class EstateWitness : IEstateObserver
{
    private readonly Lock _gate = new();
    private readonly List<(Func<EstateNews, bool> Until, TaskCompletionSource<EstateNews> Seen)> _waiting = [];

    /// <summary>The hash of every tick seen.</summary>
    public ConcurrentDictionary<long, ulong> Hashes { get; } = new();

    /// <summary>Ticks that were seen with two hashes: never.</summary>
    public ConcurrentBag<long> Contradictions { get; } = [];

    public static async Task<EstateWitness> Of(IGrainFactory grains, IEstateGrain estate)
    {
        var witness = new EstateWitness();
        witness.Reference = grains.CreateObjectReference<IEstateObserver>(witness);
        await estate.Watch(witness.Reference);
        return witness;
    }

    public IEstateObserver? Reference { get; private set; }

    public Task Tick(EstateNews news)
    {
        if (news.Status != EstateStatus.CatchingUp && Hashes.GetOrAdd(news.Frame.Tick, news.Frame.Hash) != news.Frame.Hash)
            Contradictions.Add(news.Frame.Tick);
        lock (_gate)
        {
            foreach (var waiting in _waiting.Where(each => each.Until(news)).ToArray())
            {
                _waiting.Remove(waiting);
                waiting.Seen.SetResult(news);
            }
        }

        return Task.CompletedTask;
    }

    public Task<EstateNews> Sees(long tick) => Sees(news => news.Frame.Tick >= tick);

    public async Task<EstateNews> Sees(Func<EstateNews, bool> until)
    {
        var seen = new TaskCompletionSource<EstateNews>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _waiting.Add((until, seen));
        return await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
