using System.Collections.Immutable;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>This process's view of one drill's room: who is connected here, and what the room tells them.</summary>
internal sealed class RoomFeed() : Latest(nameof(IDrillClient.Room)), IRoomObserver
{
    /// <summary>People with a connection here, by connection.</summary>
    public ImmutableDictionary<string, Sitter> People { get; set; } = ImmutableDictionary<string, Sitter>.Empty;

    public Task Room(RoomState room)
    {
        EndSeats(room);
        Say(RoomMapper.View(room));
        return Task.CompletedTask;
    }

    /// <summary>Connections whose seat was given up at another one.</summary>
    public void EndSeats(RoomState room)
    {
        foreach (var sitter in People.Values.Where(sitter => !room.Drill.Holds(sitter.Player))) sitter.End();
    }
}

/// <summary>Who sits at a connection. End: takes the connection out of its seat, when the seat has ended.</summary>
internal sealed record Sitter(string Player, Action End);
