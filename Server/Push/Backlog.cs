using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace OpsGame.Server.Push;

/// <summary>How much may lie on its way between this process and a client that does not read.</summary>
internal static class Backlog
{
    /// <summary>In the pipe of a connection: a message begun below this is taken whole.</summary>
    private const int PipeBytes = 64 * 1024;

    /// <summary>
    /// In the operating system, which would grow it to several megabytes otherwise; enough for a megabyte a second over a hundred
    /// milliseconds.
    /// </summary>
    private const int SocketBytes = 128 * 1024;

    public static void Bound(HttpConnectionDispatcherOptions hub) =>
        (hub.ApplicationMaxBufferSize, hub.TransportMaxBufferSize) = (PipeBytes, PipeBytes);

    /// <summary>Connections have it from the socket that accepts them.</summary>
    public static void Bound(SocketTransportOptions sockets) => sockets.CreateBoundListenSocket = endpoint =>
    {
        var listening = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        listening.SendBufferSize = SocketBytes;
        return listening;
    };
}
