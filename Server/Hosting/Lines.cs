using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using OpsGame.Server.Doors;

namespace OpsGame.Server.Hosting;

/// <summary>
/// The open connections: so many in all, so many from one address (of a known proxy: any number), none of them silent for long. A
/// runtime that is out of descriptors ends, so one connection too many is closed before another is taken.
/// </summary>
internal sealed class Lines(SocketTransportFactory sockets, LineLimits limits, Proxies proxies, TimeProvider time)
    : BackgroundService, IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private const int LooksPerIdleTime = 4;

    private readonly ConcurrentDictionary<Line, bool> _open = [];
    private readonly Tally _perAddress = new(limits.PerAddress);
    private int _count;

    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), this);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.Idle / LooksPerIdleTime, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
            foreach (var line in _open.Keys.Where(line => line.Silence >= limits.Idle))
                line.Abort(new ConnectionAbortedException("nothing came from it for too long"));
    }

    /// <summary>Null: there is no room for it.</summary>
    private Line? Admit(ConnectionContext caller)
    {
        var from = (caller.RemoteEndPoint as IPEndPoint)?.Address;
        var address = proxies.Know(from) ? "" : Addresses.Of(from);
        if (Interlocked.Increment(ref _count) <= limits.Connections && (address.Length == 0 || _perAddress.Enter(address)))
        {
            var line = new Line(caller, address, time, Forget);
            _open[line] = true;
            return line;
        }

        Interlocked.Decrement(ref _count);
        return null;
    }

    private void Forget(Line line)
    {
        if (!_open.TryRemove(line, out _)) return;
        if (line.Address.Length > 0) _perAddress.Leave(line.Address);
        Interlocked.Decrement(ref _count);
    }

    private sealed class Listener(IConnectionListener inner, Lines lines) : IConnectionListener
    {
        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await inner.AcceptAsync(cancellationToken) is { } caller)
            {
                if (lines.Admit(caller) is { } line) return line;
                caller.Abort(new ConnectionAbortedException("too many connections"));
                await caller.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => inner.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
