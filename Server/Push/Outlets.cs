using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace OpsGame.Server.Push;

/// <summary>The connections of this process, each with its way out.</summary>
internal sealed class Outlets(ILogger<Outlet> logger)
{
    private readonly ConcurrentDictionary<string, Outlet> _all = new(StringComparer.Ordinal);

    public ICollection<Outlet> All => _all.Values;

    /// <summary>Null: it is gone.</summary>
    public Outlet? Find(string connection) => _all.GetValueOrDefault(connection);

    public void Open(HubConnectionContext connection) => _all[connection.ConnectionId] = new Outlet(connection, logger);

    public void Close(HubConnectionContext connection)
    {
        if (_all.TryRemove(connection.ConnectionId, out var outlet)) outlet.Close();
    }
}

/// <summary>Tells the outlets of the hub's connections, as SignalR opens and closes them.</summary>
internal sealed class OutletsOf<THub>(ILogger<DefaultHubLifetimeManager<THub>> logger, Outlets outlets)
    : DefaultHubLifetimeManager<THub>(logger)
    where THub : Hub
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        outlets.Open(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        outlets.Close(connection);
        return base.OnDisconnectedAsync(connection);
    }
}
