using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Lab;
using OpsGame.Server.Hubs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>
/// This process's view of the strategy lab: maps its news once and sends them to who looks at that evaluation; renews its subscription.
/// When the lab's grain has come to life elsewhere meanwhile, it asks for what it may have missed.
/// </summary>
internal sealed class LabFeed(IGrainFactory grains, IHubContext<DrillHub, IDrillClient> hub, TimeProvider time, ILogger<LabFeed> logger)
    : BackgroundService, ILabObserver
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>What is not finished, as far as is known here: at most what the lab takes on.</summary>
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    public Task Evaluation(EvaluationNews news)
    {
        Note(news);
        Sending.Forget(hub.Clients.Group(Group(news.Evaluation.Id)).Evaluation(LabMapper.View(news)), logger);
        return Task.CompletedTask;
    }

    public Task Board(string scenario)
    {
        Sending.Forget(hub.Clients.All.Board(scenario), logger);
        return Task.CompletedTask;
    }

    /// <summary>How an evaluation stands; its news are not missed from here on.</summary>
    public async Task<EvaluationNews?> Look(string evaluation)
    {
        var news = await grains.GetGrain<IEvaluationGrain>(evaluation).Look();
        if (news is not null) Note(news);
        return news;
    }

    public static string Group(string evaluation) => $"evaluation/{evaluation}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var observer = grains.CreateObjectReference<ILabObserver>(this);
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        do
        {
            try
            {
                if (await grains.GetGrain<ILabGrain>(0).Watch(observer)) await CatchUp();
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested) logger.LogWarning(failure, "The lab's news could not be subscribed to; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(CancellationToken.None));
    }

    private async Task CatchUp()
    {
        foreach (var evaluation in _open.Keys)
            if (await Look(evaluation) is { } news) await Evaluation(news);
            else _open.TryRemove(evaluation, out _);
    }

    private void Note(EvaluationNews news)
    {
        if (news.Evaluation.IsOpen) _open[news.Evaluation.Id] = true;
        else _open.TryRemove(news.Evaluation.Id, out _);
    }
}
