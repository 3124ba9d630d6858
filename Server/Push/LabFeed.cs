using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Lab;
using OpsGame.Server.Hubs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>This process's view of the strategy lab: maps its news once and sends them to who looks at that evaluation; renews its subscription.</summary>
internal sealed class LabFeed(IGrainFactory grains, IHubContext<DrillHub, IDrillClient> hub, TimeProvider time, ILogger<LabFeed> logger)
    : BackgroundService, ILabObserver
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    public Task Evaluation(EvaluationNews news)
    {
        Sending.Forget(hub.Clients.Group(Group(news.Evaluation.Id)).Evaluation(LabMapper.View(news)), logger);
        return Task.CompletedTask;
    }

    public Task Board(string scenario)
    {
        Sending.Forget(hub.Clients.All.Board(scenario), logger);
        return Task.CompletedTask;
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
                await grains.GetGrain<ILabGrain>(0).Watch(observer);
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested) logger.LogWarning(failure, "The lab's news could not be subscribed to; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(CancellationToken.None));
    }
}
