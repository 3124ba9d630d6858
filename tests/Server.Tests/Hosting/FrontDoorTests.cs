using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>What the server answers before anybody plays.</summary>
public sealed class FrontDoorTests(TestServer server) : IClassFixture<TestServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task AServerThatWorksIsHealthy(string path)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri(path, UriKind.Relative), Stop));
    }

    [Fact]
    public async Task EveryAnswerCarriesTheSecurityHeaders()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), Stop);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        string[] needed =
        [
            "default-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
            "frame-ancestors 'none'",
        ];
        Assert.Empty(needed.Except(policy));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/api/organiser")]
    [InlineData("/api/plan.schema.json")]
    [InlineData("/api/comparison.json")]
    [InlineData("/api/entries/none")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/hub")]
    public async Task AnswersOfTheApiAreNotCached(string path)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    /// <summary>Anybody may ask for it as often as they like, so it must cost next to nothing.</summary>
    [Fact]
    public async Task NothingIsCompressedAnewForEveryVisitor()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        using var answer = await http.GetAsync(new Uri("/api/comparison.json", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task AnAddressPreparesALimitedNumberOfConnections()
    {
        await using var busy = await SetServer.Begin("--Drills:CallsPerAddress", "10");
        using var http = RawLine.Http(busy.Address, "127.0.0.77");
        var (answers, prepare) = (new List<HttpStatusCode>(), new Uri("/hub/negotiate?negotiateVersion=1", UriKind.Relative));
        for (var asked = 0; asked < 200 && !answers.Contains(HttpStatusCode.TooManyRequests); asked++)
            answers.Add((await http.PostAsync(prepare, null, Stop)).StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Distinct());
        Assert.True(answers.Count > 20, $"the {answers.Count}th was refused");
        // its neighbours come in, and it does when it has waited
        await using var player = await busy.Connect();
        Assert.NotEmpty(await player.Library());
    }

    [Fact]
    public async Task ThereIsNoPageWhereTheApiHasNoAnswer()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/api/nothing", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task ATooLargeRequestIsNotRead()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var large = new { token = new string('x', 100 * 1024) };
        using var answer = await http.PostAsJsonAsync(new Uri("/api/organiser", UriKind.Relative), large, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1234", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task OnLocalhostItAnswersToLocalNamesOnly(string name, HttpStatusCode status) =>
        Assert.Equal(status, await Ask(server, name));

    [Theory]
    [InlineData("--AllowedHosts", "game.example")]
    [InlineData("--Proxies:Known", "127.0.0.1")]
    public async Task ItAnswersToTheNamesItIsGiven(string setting, string value)
    {
        await using var other = await SetServer.Begin(setting, value);
        Assert.Equal(HttpStatusCode.OK, await Ask(other, "game.example"));
    }

    [Fact]
    public async Task APageOfAnotherSiteCannotConnect()
    {
        Assert.NotEqual(WebSocketState.Open, await Open("http://evil.example"));
        Assert.Equal(WebSocketState.Open, await Open(server.Address.GetLeftPart(UriPartial.Authority)));
    }

    private async Task<WebSocketState> Open(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/hub" }.Uri, Stop);
        }
        catch (WebSocketException)
        {
            return WebSocketState.Closed;
        }

        return socket.State;
    }

    private static async Task<HttpStatusCode> Ask(TestServer server, string name)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = name } };
        using var answer = await http.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
