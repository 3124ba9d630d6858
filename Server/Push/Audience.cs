using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Storage;
using OpsGame.Server.Hubs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>Who on this process looks at what: keeps a subscription at every drill and estate somebody here looks at, and no other.</summary>
internal sealed class Audience(
    IGrainFactory grains, IScenarioSource scenarios, FrameMapper frames, FeedMapper feeds, IHubContext<DrillHub, IDrillClient> hub,
    ILogger<Audience> logger)
{
    private readonly string _process = Guid.NewGuid().ToString("n");
    private readonly ConcurrentDictionary<string, Watched> _estates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entered> _rooms = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<IGrainObserver> _retired = new();

    /// <summary>A connection takes its seat in a room.</summary>
    public async Task Enter(string connection, string drill, Sitter sitter)
    {
        await hub.Groups.AddToGroupAsync(connection, RoomFeed.Group(drill));
        lock (_gate)
        {
            var room = _rooms.GetOrAdd(drill, CreateRoom);
            room.Feed.People = room.Feed.People.SetItem(connection, sitter);
        }

        await RenewRoom(drill);
    }

    public async Task Exit(string connection, string drill)
    {
        await hub.Groups.RemoveFromGroupAsync(connection, RoomFeed.Group(drill));
        lock (_gate)
            if (_rooms.TryGetValue(drill, out var room)) room.Feed.People = room.Feed.People.Remove(connection);
        await RenewRoom(drill);
    }

    /// <summary>A connection turns to an estate.</summary>
    public async Task Watch(string connection, EstateKey estate, string scenarioHash)
    {
        await hub.Groups.AddToGroupAsync(connection, estate.ToString());
        var scenario = await scenarios.Load(scenarioHash);
        lock (_gate)
        {
            var watched = _estates.GetOrAdd(estate.ToString(), _ => CreateEstate(new EstateFeed(estate, scenario, frames, feeds.In(scenario), hub, logger)));
            watched.Viewers = watched.Viewers.Add(connection);
        }

        await RenewEstate(estate.ToString());
    }

    public async Task Unwatch(string connection, EstateKey estate)
    {
        await hub.Groups.RemoveFromGroupAsync(connection, estate.ToString());
        lock (_gate)
            if (_estates.TryGetValue(estate.ToString(), out var watched)) watched.Viewers = watched.Viewers.Remove(connection);
    }

    /// <summary>The estate as this process knows it; null: it has not begun (or nobody here looks at it).</summary>
    public Frame? FullFrame(EstateKey estate) => _estates.TryGetValue(estate.ToString(), out var watched) ? watched.Feed.Full() : null;

    /// <summary>Subscriptions end unless renewed; what nobody here looks at any more is let go.</summary>
    public async Task Renew()
    {
        // A message may still be on its way when a subscription ends, so its observer is forgotten a round later.
        for (var left = _retired.Count; left > 0 && _retired.TryDequeue(out var observer); left--) grains.DeleteObjectReference<IGrainObserver>(observer);
        await Task.WhenAll([.. Idle(_estates, watched => watched.Viewers.IsEmpty).Select(LetGo), .. Idle(_rooms, room => room.Feed.People.IsEmpty).Select(LetGo)]);
        await Task.WhenAll([.. _estates.Keys.Select(RenewEstate), .. _rooms.Keys.Select(RenewRoom)]);
    }

    private List<KeyValuePair<string, T>> Idle<T>(ConcurrentDictionary<string, T> all, Func<T, bool> idle)
    {
        lock (_gate) return [.. all.Where(each => idle(each.Value) && all.TryRemove(each))];
    }

    private async Task LetGo(KeyValuePair<string, Watched> idle)
    {
        await grains.GetGrain<IEstateGrain>(idle.Key).Unwatch(idle.Value.Observer);
        _retired.Enqueue(idle.Value.Observer);
    }

    private async Task LetGo(KeyValuePair<string, Entered> idle)
    {
        await grains.GetGrain<IDrillGrain>(idle.Key).Unwatch(_process);
        _retired.Enqueue(idle.Value.Observer);
    }

    private async Task RenewEstate(string estate)
    {
        // What is over would be brought back to life only to say so again.
        if (!_estates.TryGetValue(estate, out var watched) || watched.Feed.Over) return;
        if (await grains.GetGrain<IEstateGrain>(estate).Watch(watched.Observer) is { } snapshot) watched.Feed.Adopt(snapshot);
    }

    private async Task RenewRoom(string drill)
    {
        if (!_rooms.TryGetValue(drill, out var room)) return;
        ImmutableArray<string> online = [.. room.Feed.People.Values.Select(sitter => sitter.Player).Distinct()];
        var state = await grains.GetGrain<IDrillGrain>(drill).Watch(_process, room.Observer, online);
        if (state is not null) room.Feed.EndSeats(state);
    }

    private Entered CreateRoom(string drill)
    {
        var feed = new RoomFeed(drill, hub, logger);
        return new Entered(feed, grains.CreateObjectReference<IRoomObserver>(feed));
    }

    private Watched CreateEstate(EstateFeed feed) => new(feed, grains.CreateObjectReference<IEstateObserver>(feed));

    private sealed record Entered(RoomFeed Feed, IRoomObserver Observer);

    // Holds the feed itself: the silo knows it by a weak reference only.
    private sealed class Watched(EstateFeed feed, IEstateObserver observer)
    {
        public EstateFeed Feed => feed;

        public IEstateObserver Observer => observer;

        public ImmutableHashSet<string> Viewers { get; set; } = [];
    }
}
