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

    /// <summary>Frames a second an eye can follow and a network carries: beyond speed 2 one frame tells several ticks.</summary>
    private const double FullRateSpeed = 2;

    private readonly Lock _gate = new();
    private readonly List<EventView> _events = [];
    private readonly List<TraceView> _traces = [];
    private readonly Queue<EventView> _recent = new();
    private Views _told = new();
    private EstateNews? _latest;

    public Task Tick(EstateNews news)
    {
        if (Take(news) is { } frame) Sending.Forget(hub.Clients.Group(estate.ToString()).Frame(frame), logger);
        return Task.CompletedTask;
    }

    /// <summary>Takes over where the estate is, unless its ticks have already told more.</summary>
    public void Adopt(EstateSnapshot snapshot)
    {
        lock (_gate)
        {
            if (_latest is not null && (_latest.Frame.Tick > snapshot.News.Frame.Tick || _latest == snapshot.News)) return;
            var begun = _latest is not null;
            if (_latest?.Frame.Tick != snapshot.News.Frame.Tick || _recent.Count == 0)
            {
                Remember(snapshot.Recent);
            }

            _latest = snapshot.News;
            if (!begun) _told.Delta(Map(_latest, []));
        }
    }

    /// <summary>The whole estate now; null: it has not begun.</summary>
    public Frame? Full()
    {
        lock (_gate) return _latest is null ? null : Map(_latest, [.. _recent]);
    }

    /// <summary>What to tell now; null: the next frame tells it.</summary>
    private Frame? Take(EstateNews news)
    {
        lock (_gate)
        {
            var before = _latest;
            _latest = news;
            if (news.Recent is not null || before is null || news.Frame.Tick < before.Frame.Tick) return Restart(news);
            // The same tick again tells only that the clock stands, goes or runs at another speed.
            if (news.Frame.Tick != before.Frame.Tick)
            {
                _events.AddRange(Keep(news));
                _traces.AddRange(news.Frame.Traces.Select(FeedMapper.View));
                if (news.Status == before.Status && news.Frame.Tick % Math.Ceiling(news.Speed / FullRateSpeed) != 0) return null;
            }

            var full = Map(news, [.. _events]) with { Traces = [.. _traces] };
            _events.Clear();
            _traces.Clear();
            return _told.Delta(full);
        }
    }

    /// <summary>Nobody was told anything yet, or the estate came back from its log a little earlier than it was: everything, to everybody.</summary>
    private Frame Restart(EstateNews news)
    {
        if (news.Recent is { } recent) Remember(recent);
        else Keep(news);
        _events.Clear();
        _traces.Clear();
        _told = new Views();
        var full = Map(news, [.. _recent]);
        _told.Delta(full);
        return full;
    }

    private void Remember(ImmutableArray<DomainEvent> recent)
    {
        _recent.Clear();
        foreach (var happened in recent) _recent.Enqueue(feed.View(happened));
    }

    private EventView[] Keep(EstateNews news)
    {
        EventView[] events = [.. news.Frame.Events.Select(feed.View)];
        foreach (var happened in events)
        {
            _recent.Enqueue(happened);
            if (_recent.Count > Recent) _recent.Dequeue();
        }

        return events;
    }

    private Frame Map(EstateNews news, EventView[] events) => frames.Full(estate, news, scenario, events);
}
