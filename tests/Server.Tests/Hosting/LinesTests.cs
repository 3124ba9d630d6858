using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using OpsGame.Server.Hosting;
using OpsGame.Server.Settings;
using OpsGame.Server.Tests.Crash;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>Whoever only holds connections takes nothing from others.</summary>
public sealed class LinesTests
{
    private const string Idle = "--Limits:IdleSeconds";
    private const string PerAddress = "--Limits:ConnectionsPerAddress";
    private const string Elsewhere = "127.0.0.9";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASilentConnectionIsClosed()
    {
        await using var server = await SetServer.Begin(Idle, "2");
        using var silent = await RawLine.Open(server.Address);
        await silent.IsHungUpOn();
    }

    [Fact]
    public async Task AWebSocketThatIsSilentAfterItsHandshakeIsClosed()
    {
        await using var server = await SetServer.Begin(Idle, "2");
        using var socket = await Socket(server.Address);
        var handshake = Encoding.ASCII.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e");
        await socket.SendAsync(handshake, WebSocketMessageType.Text, true, Stop);
        var broken = await Assert.ThrowsAsync<WebSocketException>(() => Listen(socket).WaitAsync(TimeSpan.FromSeconds(90), Stop));
        Assert.Equal(WebSocketError.ConnectionClosedPrematurely, broken.WebSocketErrorCode);
    }

    [Fact]
    public async Task ConnectionsAreLimitedByAddressAndOtherAddressesStillConnect()
    {
        await using var server = await SetServer.Begin(PerAddress, "3");
        var held = new List<RawLine>();
        for (var i = 0; i < 3; i++) held.Add(await RawLine.Open(server.Address, Elsewhere));
        foreach (var one in held) Assert.Equal("HTTP/1.1 200 OK", await one.Answer());
        using (var oneMore = await RawLine.Open(server.Address, Elsewhere)) Assert.Null(await oneMore.Answer());
        using (var other = await RawLine.Open(server.Address)) Assert.Equal("HTTP/1.1 200 OK", await other.Answer());

        held[0].Dispose();
        string? answer = null;
        while (answer is null)
        {
            // the server hears of it in its own time
            using var again = await RawLine.Open(server.Address, Elsewhere);
            answer = await again.Answer();
        }

        Assert.Equal("HTTP/1.1 200 OK", answer);
        foreach (var one in held) one.Dispose();
    }

    [Fact]
    public async Task ConnectionsAreLimitedInTotal()
    {
        await using var server = await SetServer.Begin("--Limits:Connections", "4", PerAddress, "4");
        var held = new List<RawLine>();
        for (var i = 0; i < 4; i++) held.Add(await RawLine.Open(server.Address, $"127.0.1.{i + 1}"));
        foreach (var one in held) Assert.Equal("HTTP/1.1 200 OK", await one.Answer());
        using (var oneMore = await RawLine.Open(server.Address)) Assert.Null(await oneMore.Answer());
        foreach (var one in held) one.Dispose();
    }

    [Fact]
    public async Task TheHubCountsByTheAddressAKnownProxyTells()
    {
        await using var server = await SetServer.Begin(PerAddress, "2", "--Proxies:Known", RawLine.Here);
        using var one = await Socket(server.Address, "203.0.113.5");
        using var two = await Socket(server.Address, "203.0.113.5");
        using var three = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => Connect(three, server.Address, "203.0.113.5"));
        Assert.Equal(HttpStatusCode.TooManyRequests, three.HttpStatusCode);
        using var other = await Socket(server.Address, "203.0.113.6");
        Assert.Equal(WebSocketState.Open, other.State);
    }

    /// <summary>600 silent connections, where the process may have 800 files open and needs half of them itself.</summary>
    [Fact]
    public async Task TheServerSurvivesMoreConnectionsThanItMayOpenFiles()
    {
        // longer than the 15 s after which a client says something
        await using var server = new ServerUnderTest { Descriptors = 800, Settings = [Idle, "20"] };
        await server.Start();
        var silent = new List<RawLine>();
        for (var i = 0; i < 600; i++) silent.Add(await RawLine.Open(server.Address, $"127.0.2.{(i % 100) + 1}"));
        await Task.WhenAll(silent.Select(line => line.IsHungUpOn()));

        await using var player = await Player.Connect(server.Address);
        Assert.Null((await player.PlayNow()).Refusal);
        await player.Sees(frame => frame.Tick >= 2);
        Assert.Equal(0, await server.Stop());
        foreach (var line in silent) line.Dispose();
    }

    [Theory]
    [InlineData(1_000_000, 10_000, 1_000)]
    [InlineData(1_024, 256, 128)]
    public void WithoutSettingsThereIsRoomForTheServersOwnFiles(int descriptors, int connections, int perAddress) =>
        Assert.Equal(new LineLimits(connections, perAddress, TimeSpan.FromMinutes(1)), Of(descriptors, []));

    [Theory]
    [InlineData(300, "Limits:IdleSeconds", "5", "ulimit -n")]
    [InlineData(2_000, "Limits:Connections", "5000", "ulimit -n")]
    [InlineData(2_000, "Limits:Connections", "many", "Limits:Connections is no whole number")]
    [InlineData(2_000, "Limits:ConnectionsPerAddress", "0", "Limits:ConnectionsPerAddress is no whole number")]
    [InlineData(2_000, "Limits:IdleSeconds", "-1", "Limits:IdleSeconds is no whole number")]
    public void AnImpossibleSettingIsReportedByName(int descriptors, string name, string value, string told)
    {
        var refused = Assert.Throws<SettingException>(() => Of(descriptors, new() { [name] = value }));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    private static LineLimits Of(int descriptors, Dictionary<string, string?> settings) =>
        LineLimits.Of(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), descriptors);

    private static async Task<ClientWebSocket> Socket(Uri server, string? forwardedFor = null)
    {
        var socket = new ClientWebSocket();
        await Connect(socket, server, forwardedFor);
        return socket;
    }

    private static Task Connect(ClientWebSocket socket, Uri server, string? forwardedFor)
    {
        socket.Options.CollectHttpResponseDetails = true;
        if (forwardedFor is not null) socket.Options.SetRequestHeader("X-Forwarded-For", forwardedFor);
        return socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hub" }.Uri, Stop);
    }

    private static async Task Listen(ClientWebSocket socket)
    {
        var buffer = new byte[1024];
        while (socket.State == WebSocketState.Open) await socket.ReceiveAsync(buffer, Stop);
    }
}
