using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>A bare connection from an address of this machine, of which all that begin with 127 are.</summary>
internal sealed class RawLine : IDisposable
{
    public const string Here = "127.0.0.1";

    /// <summary>Long, as the machine may be busy; nothing depends on how long it took.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Socket _socket;

    private RawLine(Socket socket) => _socket = socket;

    public static async Task<RawLine> Open(Uri server, string from = Here) =>
        new(await Connect(server.Port, from, TestContext.Current.CancellationToken));

    /// <summary>A client whose requests come from that address.</summary>
    public static HttpClient Http(Uri server, string from = Here) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, stop) => new NetworkStream(await Connect(server.Port, from, stop), ownsSocket: true),
    })
    {
        BaseAddress = server,
    };

    public Task Say(string text) => _socket.SendAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>The first line of what is answered to a request; null: the other end hangs up instead.</summary>
    public async Task<string?> Answer()
    {
        try
        {
            await Say("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            using var reader = new StreamReader(new NetworkStream(_socket, ownsSocket: false));
            return await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        }
        catch (Exception hungUp) when (hungUp is SocketException or IOException)
        {
            return null;
        }
    }

    /// <summary>Says nothing, and returns when the other end hangs up.</summary>
    public async Task IsHungUpOn()
    {
        var buffer = new byte[1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer).WaitAsync(Patience) > 0) continue;
        }
        catch (SocketException)
        {
            // it did not even say goodbye
        }
    }

    public void Dispose() => _socket.Dispose();

    private static async Task<Socket> Connect(int port, string from, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), stop);
        }
        catch (SocketException hungUp) when (hungUp.SocketErrorCode == SocketError.ConnectionReset)
        {
            // So soon that it was never seen as connected: whatever is done with it next fails alike.
        }

        return socket;
    }
}
