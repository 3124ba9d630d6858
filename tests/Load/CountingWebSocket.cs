using System.Net.WebSockets;

namespace OpsGame.Load;

/// <summary>A WebSocket that counts what comes in.</summary>
internal sealed class CountingWebSocket(ClientWebSocket inner, Action<int> received) : WebSocket
{
    public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;

    public override string? CloseStatusDescription => inner.CloseStatusDescription;

    public override WebSocketState State => inner.State;

    public override string? SubProtocol => inner.SubProtocol;

    public override void Abort() => inner.Abort();

    public override void Dispose() => inner.Dispose();

    public override Task CloseAsync(WebSocketCloseStatus status, string? description, CancellationToken cancel) =>
        inner.CloseAsync(status, description, cancel);

    public override Task CloseOutputAsync(WebSocketCloseStatus status, string? description, CancellationToken cancel) =>
        inner.CloseOutputAsync(status, description, cancel);

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancel)
    {
        var result = await inner.ReceiveAsync(buffer, cancel);
        received(result.Count);
        return result;
    }

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        var result = await inner.ReceiveAsync(buffer, cancel);
        received(result.Count);
        return result;
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType type, bool end, CancellationToken cancel) =>
        inner.SendAsync(buffer, type, end, cancel);

    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType type, bool end, CancellationToken cancel) =>
        inner.SendAsync(buffer, type, end, cancel);
}
