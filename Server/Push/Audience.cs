using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Push;

/// <summary>
/// Who on this process looks at what: keeps a subscription at every drill and estate somebody here looks at, and no other.
/// </summary>
internal sealed class Audience(IGrainFactory grains, IScenarioSource scenarios, Outlets outlets)
{
    private readonly string _process = Guid.NewGuid().ToString("n");
    private readonly ConcurrentDictionary<string, Watched> _estates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Entered> _rooms = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<IGrainObserver> _retired = new();

    /// <summary>A connection takes its seat in a room.</summary>
    public async Task Enter(string connection, string drill, Sitter sitter)
    {
        lock (_gate)
        {
            if (outlets.Find(connection) is not { } outlet) return;
            var feed = _rooms.GetOrAdd(drill, CreateRoom).Feed;
            outlet.Follow(feed);
            feed.People = feed.People.SetItem(connection, sitter);
        }

        await RenewRoom(drill);
    }

    public async Task Exit(string connection, string drill)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(drill, out var room)) return;
            outlets.Find(connection)?.Leave(room.Feed);
            room.Feed.People = room.Feed.People.Remove(connection);
        }

        await RenewRoom(drill);
    }

    /// <summary>A connection turns to an estate.</summary>
    public async Task Watch(string connection, EstateKey estate, string scenarioHash)
    {
        var scenario = await scenarios.Load(scenarioHash);
        lock (_gate)
        {
            var feed = _estates.GetOrAdd(estate.ToString(), _ => CreateEstate(estate, scenario)).Feed;
            outlets.Find(connection)?.Follow(feed);
        }

        await RenewEstate(estate.ToString());
    }

    public void Unwatch(string connection, EstateKey estate)
    {
        lock (_gate)
            if (_estates.TryGetValue(estate.ToString(), out var watched)) outlets.Find(connection)?.Leave(watched.Feed);
    }

    /// <summary>The estate as this process knows it; null: it has not begun (or nobody here looks at it).</summary>
    public byte[]? FullFrame(EstateKey estate) =>
        _estates.TryGetValue(estate.ToString(), out var watched) ? watched.Feed.Full() : null;

    /// <summary>Subscriptions end unless renewed; what nobody here looks at any more is let go.</summary>
    public async Task Renew()
    {
        // A message may still be on its way when a subscription ends, so its observer is forgotten a round later.
        for (var left = _retired.Count; left > 0 && _retired.TryDequeue(out var observer); left--)
            grains.DeleteObjectReference<IGrainObserver>(observer);
        SweepRooms();
        var (unwatched, empty) =
            (Idle(_estates, watched => !watched.Feed.IsFollowed), Idle(_rooms, room => room.Feed.People.IsEmpty));
        await Task.WhenAll([.. unwatched.Select(LetGo), .. empty.Select(LetGo)]);
        await Task.WhenAll([.. _estates.Keys.Select(RenewEstate), .. _rooms.Keys.Select(RenewRoom)]);
    }

    /// <summary>A connection that ended while it was taking its seat would sit there forever.</summary>
    private void SweepRooms()
    {
        lock (_gate)
            foreach (var feed in _rooms.Values.Select(room => room.Feed))
                feed.People = feed.People.RemoveRange(feed.People.Keys.Where(connection => outlets.Find(connection) is null));
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
        var feed = new RoomFeed();
        return new Entered(feed, grains.CreateObjectReference<IRoomObserver>(feed));
    }

    private Watched CreateEstate(EstateKey estate, Scenario scenario)
    {
        var feed = new EstateFeed(estate, scenario);
        return new Watched(feed, grains.CreateObjectReference<IEstateObserver>(feed));
    }

    // They hold the feeds themselves: the silo knows those by weak references only.
    private sealed record Entered(RoomFeed Feed, IRoomObserver Observer);

    private sealed record Watched(EstateFeed Feed, IEstateObserver Observer);
}
