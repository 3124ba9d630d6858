using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Grains.Drills;
using OpsGame.Server.Hubs;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Push;

/// <summary>This process's view of one drill's room: who is connected here, and what the room tells them.</summary>
internal sealed class RoomFeed(string drill, IHubContext<DrillHub, IDrillClient> hub, ILogger logger) : IRoomObserver
{
    public Task Room(RoomState room)
    {
        Sending.Forget(hub.Clients.Group(Group(drill)).Room(RoomMapper.View(room)), logger);
        return Task.CompletedTask;
    }

    public static string Group(string drill) => $"room/{drill}";

    /// <summary>People with a connection here, by connection.</summary>
    public ImmutableDictionary<string, string> People { get; set; } = ImmutableDictionary<string, string>.Empty;
}
