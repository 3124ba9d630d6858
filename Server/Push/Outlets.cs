using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Server.Hubs;

namespace OpsGame.Server.Push;

/// <summary>The connections of this process, each with its way out.</summary>
internal sealed class Outlets(ILogger<DefaultHubLifetimeManager<DrillHub>> ofSignalR, ILogger<Outlet> logger)
    : DefaultHubLifetimeManager<DrillHub>(ofSignalR)
{
    private readonly ConcurrentDictionary<string, Outlet> _all = new(StringComparer.Ordinal);

    public ICollection<Outlet> All => _all.Values;

    /// <summary>Null: it is gone.</summary>
    public Outlet? Find(string connection) => _all.GetValueOrDefault(connection);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _all[connection.ConnectionId] = new Outlet(connection, logger);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_all.TryRemove(connection.ConnectionId, out var outlet)) outlet.Close();
        return base.OnDisconnectedAsync(connection);
    }
}
