using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Push;

/// <summary>
/// This process's view of one drill's room: who is connected here, and what the room tells them. Only the newest word counts: the
/// room, and how the teams stand since.
/// </summary>
internal sealed class RoomFeed : Topic, IRoomObserver
{
    private readonly Lock _gate = new();
    private News? _room;
    private News? _standings;
    private long _said;

    /// <summary>People with a connection here, by connection.</summary>
    public ImmutableDictionary<string, Sitter> People { get; set; } = ImmutableDictionary<string, Sitter>.Empty;

    public Task Room(RoomState room)
    {
        EndSeats(room);
        lock (_gate) (_room, _standings) = (Next(nameof(IDrillClient.Room), RoomMapper.View(room)), null);
        Announce();
        return Task.CompletedTask;
    }

    public Task Standings(RoomState room)
    {
        lock (_gate) _standings = Next(nameof(IDrillClient.Standings), RoomMapper.Standings(room));
        Announce();
        return Task.CompletedTask;
    }

    public override News? After(long told)
    {
        lock (_gate) return told < _room?.Told ? _room : told < _standings?.Told ? _standings : null;
    }

    /// <summary>Connections whose seat was given up at another one, or is gone with its drill.</summary>
    public void EndSeats(RoomState room)
    {
        var why = room.Deleted ? DrillRefusals.Deleted : DrillRefusals.SeatGivenUp;
        foreach (var sitter in People.Values.Where(sitter => !room.Drill.Holds(sitter.Player))) sitter.End(why);
    }

    private News Next(string method, object word) =>
        new(new SerializedHubMessage(new InvocationMessage(method, [word])), ++_said);
}

/// <summary>Who sits at a connection. End: takes the connection out of its seat, when the seat has ended, and says why.</summary>
internal sealed record Sitter(string Player, Action<RefusalCode> End);
