using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Packing;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Push;

/// <summary>
/// This process's view of one estate: takes its ticks from the grain, maps each once, and tells what changed to who looks at it.
/// Who missed more than a few ticks is told everything.
/// </summary>
internal sealed class EstateFeed(EstateKey estate, Scenario scenario) : Topic, IEstateObserver
{
    /// <summary>
    /// Deltas for who did not keep up for a moment: cheaper than a full frame, and no reason to fall behind again.
    /// </summary>
    private const int Kept = 16;

    /// <summary>Events a full frame carries.</summary>
    private const int Recent = 200;

    /// <summary>Ticks a snapshot may be ahead of those on their way here before they count as lost.</summary>
    private const int OnTheWay = 8;

    private readonly Lock _gate = new();
    private readonly FrameMapper _mapper = new(estate, scenario);
    private readonly Queue<EventView> _recent = new();
    private readonly SerializedHubMessage[] _deltas = new SerializedHubMessage[Kept];
    private FramePacker? _told;
    private EstateNews? _latest;
    private byte[]? _full;
    private SerializedHubMessage? _whole;
    private long _said;

    /// <summary>Deltas that can still be told; the newest is number <see cref="_said" />.</summary>
    private int _kept;

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
        lock (_gate) Take(news);
        Announce();
        return Task.CompletedTask;
    }

    /// <summary>Begins where the estate is, and goes on from there if ticks were lost on their way.</summary>
    public void Adopt(EstateSnapshot snapshot)
    {
        lock (_gate)
        {
            var begun = _latest is not null;
            if (begun && (IsOld(snapshot.News) || snapshot.News.Frame.Tick <= _latest!.Frame.Tick + OnTheWay)) return;
            Restart(snapshot.News, snapshot.Recent);
            // Who begins to look asks for what there is.
            if (!begun) return;
        }

        Announce();
    }

    /// <summary>The whole estate as last told, so that the next delta continues it; null: it has not begun.</summary>
    public byte[]? Full()
    {
        lock (_gate) return _full ??= _told?.Whole([.. _recent]);
    }

    public override News? After(long told)
    {
        lock (_gate)
        {
            if (told == _said) return null;
            return _said - told <= _kept
                ? new News(_deltas[(told + 1) % Kept], told + 1)
                : new News(_whole ??= Message(Full()!), _said);
        }
    }

    /// <summary>An earlier owner of the estate tells it, or it was overtaken on its way by a snapshot.</summary>
    private bool IsOld(EstateNews news) =>
        _latest is { } latest
        && (news.Epoch < latest.Epoch || (news.Epoch == latest.Epoch && news.Frame.Tick < latest.Frame.Tick));

    private void Take(EstateNews news)
    {
        if (IsOld(news)) return;
        if (_latest is not { } before || news.Recent is not null || news.Epoch > before.Epoch)
        {
            Restart(news, news.Recent ?? news.Frame.Events);
            return;
        }

        _latest = news;
        // The same tick again tells only that the clock stands, goes or runs at another speed.
        var frame = news.Frame.Tick == before.Frame.Tick
            ? Show(news, [], [])
            : Show(news, news.Frame.Events, TraceSample.Of(news.Frame.Traces));
        _deltas[_said % Kept] = Message(_told!.Next(frame));
        _kept = Math.Min(_kept + 1, Kept);
    }

    private Frame Show(EstateNews news, ImmutableArray<DomainEvent> happened, TraceView[] traces)
    {
        EventView[] events = [.. happened.Select(FeedMapper.View)];
        foreach (var one in events)
        {
            _recent.Enqueue(one);
            if (_recent.Count > Recent) _recent.Dequeue();
        }

        (_full, _whole, _said) = (null, null, _said + 1);
        return _mapper.Of(news, events, traces);
    }

    /// <summary>Nobody was told anything yet, or the estate came back from its log: everything, to everybody.</summary>
    private void Restart(EstateNews news, ImmutableArray<DomainEvent> recent)
    {
        _latest = news;
        _recent.Clear();
        _kept = 0;
        _told = new FramePacker(Show(news, recent, []), (ulong)RandomNumberGenerator.GetInt32(1 << 20));
    }

    private static SerializedHubMessage Message(byte[] frame) => new(new InvocationMessage(nameof(IDrillClient.Frame), [frame]));
}
