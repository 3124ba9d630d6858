using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Hosting;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>What the server answers before anybody plays.</summary>
public sealed class FrontDoorTests(TestServer server) : IClassFixture<TestServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HealthKnowsDatabaseAndSilo()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health", UriKind.Relative), Stop));
    }

    [Fact]
    public async Task EveryAnswerCarriesTheSecurityHeaders()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative), Stop);
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task TheOrganiserSignsInWithThePrintedToken()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri("/api/organiser", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(http, "0000")).StatusCode);
        using var welcome = await SignIn(http, Token());
        Assert.Equal(HttpStatusCode.NoContent, welcome.StatusCode);
        var cookie = welcome.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NoContent, (await http.GetAsync(new Uri("/api/organiser", UriKind.Relative), Stop)).StatusCode);

        await using var player = await server.Connect();
        await player.PlayNow();
        await using var organiser = await server.Connect(cookie.Split(';')[0]);
        Assert.Contains(await organiser.Drills(), card => card.Drill == player.Seat!.Drill);
        var seat = (await organiser.Oversee(player.Seat!.Drill)).Seat;
        Assert.Equal("instructor", seat!.Role);
        await organiser.Sees(frame => frame.Drill == player.Seat.Drill);
    }

    [Fact]
    public async Task GuessingTheTokenIsSlow()
    {
        await using var other = new TestServer();
        await other.InitializeAsync();
        using var http = new HttpClient { BaseAddress = other.Address };
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++) answers.Add((await SignIn(http, "guess")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
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

    private static Task<HttpResponseMessage> SignIn(HttpClient http, string token) =>
        http.PostAsJsonAsync(new Uri("/api/organiser", UriKind.Relative), new { token }, Stop);

    private string Token()
    {
        var link = server.Services.GetRequiredService<Organiser>().Link("http://x");
        return link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }
}
