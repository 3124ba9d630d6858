using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Estates;
using OpsGame.Server.Hubs;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Push;

/// <summary>
/// This process's view of one estate: takes its ticks from the grain, maps each once, and sends what changed to the group of clients
/// that look at it.
/// </summary>
internal sealed class EstateFeed(
    EstateKey estate, Scenario scenario, FrameMapper frames, FeedMapper feed, IHubContext<DrillHub, IDrillClient> hub, ILogger logger)
    : IEstateObserver
{
    /// <summary>Events a full frame carries.</summary>
    private const int Recent = 200;

    /// <summary>Ticks a snapshot may be ahead of those on their way here before they count as lost.</summary>
    private const int OnTheWay = 8;

    private readonly Lock _gate = new();
    private readonly Queue<EventView> _recent = new();
    private Views _told = new();
    private Frame? _shown;
    private EstateNews? _latest;

    /// <summary>It is over: nothing more is to be heard of it.</summary>
    public bool Over
    {
        get
        {
            lock (_gate) return _latest is { Status: EstateStatus.Finished };
        }
    }

    public Task Tick(EstateNews news)
    {
        if (Take(news) is { } frame) Send(frame);
        return Task.CompletedTask;
    }

    /// <summary>Begins where the estate is, and goes on from there if ticks were lost on their way.</summary>
    public void Adopt(EstateSnapshot snapshot)
    {
        Frame? frame = null;
        lock (_gate)
        {
            if (_latest is null) Restart(snapshot.News, snapshot.Recent);
            else if (snapshot.News.Epoch >= _latest.Epoch && snapshot.News.Frame.Tick > _latest.Frame.Tick + OnTheWay) frame = Restart(snapshot.News, snapshot.Recent);
        }

        if (frame is not null) Send(frame);
    }

    /// <summary>The whole estate as last told, so that the next delta continues it; null: it has not begun.</summary>
    public Frame? Full()
    {
        lock (_gate) return _shown is null ? null : _shown with { Events = [.. _recent] };
    }

    /// <summary>What it changes; null: an earlier owner of the estate told it.</summary>
    private Frame? Take(EstateNews news)
    {
        lock (_gate)
        {
            if (_latest is { } latest && news.Epoch < latest.Epoch) return null;
            if (_latest is not { } before || news.Recent is not null || news.Frame.Tick < before.Frame.Tick)
                return Restart(news, news.Recent ?? news.Frame.Events);
            _latest = news;
            // The same tick again tells only that the clock stands, goes or runs at another speed.
            return news.Frame.Tick == before.Frame.Tick
                ? Tell(news, [], [])
                : Tell(news, news.Frame.Events, [.. news.Frame.Traces.Select(FeedMapper.View)]);
        }
    }

    private Frame Tell(EstateNews news, ImmutableArray<DomainEvent> happened, TraceView[] traces)
    {
        EventView[] events = [.. happened.Select(feed.View)];
        foreach (var one in events)
        {
            _recent.Enqueue(one);
            if (_recent.Count > Recent) _recent.Dequeue();
        }

        _shown = frames.Full(estate, news, scenario, events) with { Traces = traces };
        return _told.Delta(_shown);
    }

    /// <summary>Nobody was told anything yet, or the estate came back from its log a little earlier than it was: everything, to everybody.</summary>
    private Frame Restart(EstateNews news, ImmutableArray<DomainEvent> recent)
    {
        _latest = news;
        _told = new Views();
        _recent.Clear();
        Tell(news, recent, []);
        return _shown!;
    }

    private void Send(Frame frame) => Sending.Forget(hub.Clients.Group(estate.ToString()).Frame(frame), logger);
}
