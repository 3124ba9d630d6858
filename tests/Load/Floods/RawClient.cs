using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace OpsGame.Load.Floods;

/// <summary>A client that does no more than it is told: it answers nothing, pings nobody and reads only when asked to.</summary>
internal sealed class RawClient : IInvocationBinder, IDisposable
{
    /// <summary>So that what it does not read stays with the server.</summary>
    private const int ReceiveBuffer = 8 * 1024;

    private const byte HandshakeEnds = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly MessagePackHubProtocol _protocol = new();
    private readonly byte[] _buffer = new byte[ReceiveBuffer];
    private ReadOnlySequence<byte> _unread;
    private Type _answers = typeof(object);
    private int _calls;

    /// <summary>A socket from the attackers' address.</summary>
    public static async Task<Socket> Dial(FloodPlan plan, CancellationToken cancel)
    {
        var socket = new Socket(plan.Target.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveBufferSize = ReceiveBuffer,
            NoDelay = true,
        };
        try
        {
            socket.Bind(plan.Source);
            await socket.ConnectAsync(plan.Target, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static async Task<RawClient> Connect(FloodPlan plan, bool handshake, CancellationToken cancel)
    {
        var client = new RawClient();
        try
        {
            var handler = new SocketsHttpHandler
            {
                ConnectCallback = async (_, stop) => new NetworkStream(await Dial(plan, stop), ownsSocket: true),
            };
            await client._socket.ConnectAsync(
                new UriBuilder(plan.Server) { Scheme = "ws", Path = "/hub" }.Uri, new HttpMessageInvoker(handler), cancel);
            if (handshake) await client.Shake(cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Calls and waits for the answer; whatever else comes meanwhile is thrown away.</summary>
    public async Task<T?> Call<T>(string method, object?[] args, CancellationToken cancel)
        where T : class
    {
        _answers = typeof(T);
        var id = $"{++_calls}";
        await Send(_protocol.GetMessageBytes(new InvocationMessage(id, method, args)), cancel);
        while (true)
        {
            while (_protocol.TryParseMessage(ref _unread, this, out var message))
            {
                if (message is not CompletionMessage answer || answer.InvocationId != id) continue;
                return answer.Error is null ? (T?)answer.Result : throw new HubException(answer.Error);
            }

            await Take(cancel);
        }
    }

    /// <summary>Reads so many bytes at most and forgets them; false: the server has ended the connection.</summary>
    public async Task<bool> Sip(int mostBytes, CancellationToken cancel) =>
        (await _socket.ReceiveAsync(_buffer.AsMemory(0, mostBytes), cancel)).MessageType != WebSocketMessageType.Close;

    public void Dispose() => _socket.Dispose();

    public Type GetReturnType(string invocationId) => _answers;

    /// <summary>Nothing that is pushed is understood.</summary>
    public IReadOnlyList<Type> GetParameterTypes(string methodName) => [];

    public Type GetStreamItemType(string streamId) => typeof(object);

    private async Task Shake(CancellationToken cancel)
    {
        await Send(Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e"), cancel);
        SequencePosition? end;
        while ((end = _unread.PositionOf(HandshakeEnds)) is null) await Take(cancel);
        _unread = _unread.Slice(_unread.GetPosition(1, end.Value));
    }

    private async Task Take(CancellationToken cancel)
    {
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(), cancel);
        if (read.MessageType == WebSocketMessageType.Close) throw new WebSocketException("The server has ended the connection.");
        _unread = new ReadOnlySequence<byte>([.. _unread.ToArray(), .. _buffer[..read.Count]]);
    }

    private async Task Send(ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        await _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancel);
}
