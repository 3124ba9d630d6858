using System.Collections.Immutable;
using OpsGame.Grains.Drills;
using OpsGame.Server.Hubs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>This process's view of one drill's room: who is connected here, and what the room tells them.</summary>
internal sealed class RoomFeed() : Latest(nameof(IDrillClient.Room)), IRoomObserver
{
    /// <summary>People with a connection here, by connection.</summary>
    public ImmutableDictionary<string, string> People { get; set; } = ImmutableDictionary<string, string>.Empty;

    public Task Room(RoomState room)
    {
        Say(RoomMapper.View(room));
        return Task.CompletedTask;
    }
}
