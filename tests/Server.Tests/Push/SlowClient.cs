using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using OpsGame.Server.Packing;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Push;

/// <summary>A client that reads its socket only when it is told to, and as little as it is told.</summary>
internal sealed class SlowClient : IInvocationBinder, IDisposable
{
    /// <summary>So that what it does not read stays with the server.</summary>
    private const int ReceiveBuffer = 8 * 1024;

    private const byte HandshakeEnds = 0x1e;

    private const string Seating = "seat";

    private readonly ClientWebSocket _socket = new();
    private readonly MessagePackHubProtocol _protocol =
        new(Options.Create(new MessagePackHubProtocolOptions { SerializerOptions = WireProtocol.Options }));
    private readonly FrameUnpacker _estate = new();
    private ReadOnlySequence<byte> _unread;
    private CompletionMessage? _answer;
    private bool _welcome;

    /// <summary>Every frame read so far, oldest first.</summary>
    public List<Frame> Frames { get; } = [];

    public static async Task<SlowClient> Connect(Uri server)
    {
        var client = new SlowClient();
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = ReceiveBuffer };
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var hub = new UriBuilder(server) { Scheme = "ws", Path = "/hub" }.Uri;
        await client._socket.ConnectAsync(hub, new HttpMessageInvoker(handler), default);
        await client.Send(Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e"));
        return client;
    }

    public Task<Seat> Join(string code, string name) => Sit(nameof(IDrillHub.Join), new JoinDrill(code, name, null, "player"));

    public Task<Seat> Resume(string token) => Sit(nameof(IDrillHub.Resume), token);

    /// <summary>More than lies on its way to who does not read.</summary>
    public async Task AskForMuch()
    {
        for (var times = 0; times < 16; times++)
            await Send(_protocol.GetMessageBytes(new InvocationMessage($"{times}", nameof(IDrillHub.Library), [])));
    }

    /// <summary>Until the server ends the connection.</summary>
    public async Task ReadToTheEnd()
    {
        while (_socket.State == WebSocketState.Open) await Read(ReceiveBuffer);
    }

    /// <summary>Waits for at least a byte, and takes no more than so many.</summary>
    public async Task Read(int mostBytes)
    {
        var bytes = new byte[mostBytes];
        var read = (await _socket.ReceiveAsync(bytes.AsMemory(), default)).Count;
        _unread = new ReadOnlySequence<byte>([.. _unread.ToArray(), .. bytes[..read]]);
        if (!_welcome)
        {
            if (_unread.PositionOf(HandshakeEnds) is not { } end) return;
            _unread = _unread.Slice(_unread.GetPosition(1, end));
            _welcome = true;
        }

        while (_protocol.TryParseMessage(ref _unread, this, out var message))
        {
            if (message is CompletionMessage { InvocationId: Seating } answer) _answer = answer;
            if (message is InvocationMessage { Target: nameof(IDrillClient.Frame), Arguments: [byte[] told] })
                Frames.Add(_estate.Read(told)!);
        }
    }

    public void Dispose() => _socket.Dispose();

    public Type GetReturnType(string invocationId) => invocationId == Seating ? typeof(SeatAnswer) : typeof(ScenarioCard[]);

    public IReadOnlyList<Type> GetParameterTypes(string methodName) =>
        [.. typeof(IDrillClient).GetMethod(methodName)!.GetParameters().Select(parameter => parameter.ParameterType)];

    public Type GetStreamItemType(string streamId) => throw new InvalidOperationException("The hub streams nothing.");

    private async Task<Seat> Sit(string method, object request)
    {
        await Send(_protocol.GetMessageBytes(new InvocationMessage(Seating, method, [request])));
        while (_answer is null) await Read(ReceiveBuffer);
        return ((SeatAnswer)_answer.Result!).Seat!;
    }

    private async Task Send(ReadOnlyMemory<byte> bytes) =>
        await _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, default);
}
