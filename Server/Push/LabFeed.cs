using System.Collections.Concurrent;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>
/// This process's view of the strategy lab: maps its news once and sends them to who looks at that evaluation; renews its
/// subscription. When the lab's grain has come to life elsewhere meanwhile, it asks for what it may have missed.
/// </summary>
internal sealed class LabFeed(IGrainFactory grains, Outlets outlets, Boards boards, TimeProvider time, ILogger<LabFeed> logger)
    : BackgroundService, ILabObserver
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Latest> _evaluations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Latest> _boards = new(StringComparer.Ordinal);

    /// <summary>What is not finished, as far as is known here: at most what the lab takes on.</summary>
    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    public Task Evaluation(EvaluationNews news)
    {
        Note(news);
        // Before anybody is told of a verdict and opens the board to see it.
        if (news.Evaluation.Verdict is Verdict.Verified or Verdict.Refused) boards.Changed(news.Evaluation.Scenario);
        if (_evaluations.TryGetValue(news.Evaluation.Id, out var topic)) topic.Say(LabMapper.View(news));
        return Task.CompletedTask;
    }

    public Task Board(string scenario)
    {
        boards.Changed(scenario);
        var board = _boards.GetOrAdd(scenario, _ => new Latest(nameof(IDrillClient.Board)));
        foreach (var outlet in outlets.All) outlet.Follow(board);
        board.Say(scenario);
        return Task.CompletedTask;
    }

    /// <summary>How an evaluation stands; from now on the connection is told how it gets on. Null: see the hub.</summary>
    public async Task<EvaluationNews?> Watch(string connection, string evaluation)
    {
        // First following, then the state: nothing that happens in between is missed.
        lock (_gate)
        {
            var topic = _evaluations.GetOrAdd(evaluation, _ => new Latest(nameof(IDrillClient.Evaluation)));
            if (outlets.Find(connection)?.Follow(topic) != true) return null;
        }

        var news = await Look(evaluation);
        if (news is null) Unwatch(connection, evaluation);
        return news;
    }

    public void Unwatch(string connection, string evaluation)
    {
        lock (_gate)
        {
            if (!_evaluations.TryGetValue(evaluation, out var topic)) return;
            outlets.Find(connection)?.Leave(topic);
            if (!topic.IsFollowed) _evaluations.TryRemove(evaluation, out _);
        }
    }

    private async Task<EvaluationNews?> Look(string evaluation)
    {
        var news = await grains.GetGrain<IEvaluationGrain>(evaluation).Show();
        if (news is not null) Note(news);
        return news;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var observer = grains.CreateObjectReference<ILabObserver>(this);
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        do
        {
            try
            {
                Forget();
                if (await grains.GetGrain<ILabGrain>(0).Watch(observer)) await CatchUp();
            }
            catch (Exception failure)
            {
                if (!stoppingToken.IsCancellationRequested)
                    logger.LogWarning(failure, "The lab's news could not be subscribed to; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(CancellationToken.None));
    }

    /// <summary>What was watched by connections that are over.</summary>
    private void Forget()
    {
        lock (_gate)
            foreach (var unwatched in _evaluations.Where(each => !each.Value.IsFollowed)) _evaluations.TryRemove(unwatched);
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
