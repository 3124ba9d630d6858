using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Doors;
using OpsGame.Server.Storage;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>One link makes somebody the organiser, for a day, until they sign out or there is another link.</summary>
public sealed class OrganiserTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task TheOrganiserSignsInWithThePrintedToken()
    {
        using var browser = new Browser(server);
        Assert.False(await browser.IsOrganiser());
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.SignIn("0000"));
        Assert.Equal(HttpStatusCode.NoContent, await browser.SignIn());
        Assert.True(await browser.IsOrganiser());

        await using var player = await server.Connect();
        await player.PlayNow();
        await using var organiser = await server.Connect(browser.Cookie);
        Assert.Contains(await organiser.Drills(), card => card.Drill == player.Seat!.Drill);
        var seat = (await organiser.Oversee(player.Seat!.Drill)).Seat;
        Assert.Equal("instructor", seat!.Role);
        await organiser.Sees(frame => frame.Drill == player.Seat.Drill);
    }

    [Fact]
    public async Task GuessingIsStoppedAndTheOrganiserIsNotAffected()
    {
        await using var other = await SetServer.Begin();
        using var guesser = new Browser(other, "127.0.0.9");
        HttpStatusCode last = default;
        for (var i = 0; i < 12; i++) last = await guesser.SignIn("guess");
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        using var elsewhere = new Browser(other);
        Assert.Equal(HttpStatusCode.NoContent, await elsewhere.SignIn());
        // nor is one who sits behind the same address
        using var neighbour = new Browser(other, "127.0.0.9");
        Assert.Equal(HttpStatusCode.NoContent, await neighbour.SignIn());
    }

    [Fact]
    public async Task SigningOutEndsTheOrganisersRights()
    {
        using var browser = new Browser(server);
        await browser.SignIn();
        Assert.Equal(HttpStatusCode.NoContent, await browser.SignOut());
        Assert.Null(browser.Cookie);
        Assert.False(await browser.IsOrganiser());
    }

    [Fact]
    public async Task TheLinkIsTheSameWhenTheServerIsStartedAgainUnlessAnotherIsAskedFor()
    {
        await using var other = await SetServer.Begin();
        var link = Browser.LinkOf(other);
        await other.Stop();
        await other.Start();
        Assert.Equal(link, Browser.LinkOf(other));

        await other.Stop();
        other.With = ["--Organiser:Rotate", "true"];
        await other.Start();
        Assert.NotEqual(link, Browser.LinkOf(other));
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(6, true)]
    public async Task ALinkLivesForAWeek(int days, bool same)
    {
        await using var other = await SetServer.Begin();
        var secrets = other.Services.GetRequiredService<Secrets>();
        var old = OrganiserToken.Draw(DateTimeOffset.UtcNow.AddDays(-days));
        await secrets.Replace("organiser", await secrets.Find("organiser"), old.ToString());
        await other.Stop();
        await other.Start();
        Assert.Equal(same, Browser.TokenOf(Browser.LinkOf(other)) == old.Text);
    }

    [Fact]
    public async Task ANewLinkSignsOutEverybodyWhoUsedTheOldOne()
    {
        await using var other = await SetServer.Begin();
        var before = Browser.TokenOf(Browser.LinkOf(other));
        using var asking = new Browser(other);
        using var lost = new Browser(other);
        Assert.Null(await lost.AnotherLink());
        await asking.SignIn();
        await lost.SignIn();
        await using var open = await other.Connect(lost.Cookie);
        Assert.Empty(await open.Drills());

        var link = (await asking.AnotherLink())!;
        Assert.StartsWith(other.Address.GetLeftPart(UriPartial.Authority), link, StringComparison.Ordinal);
        Assert.True(await asking.IsOrganiser());
        Assert.False(await lost.IsOrganiser());
        var refused = await Assert.ThrowsAsync<HubException>(open.Drills);
        Assert.Contains("sign-in-revoked", refused.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await lost.SignIn(before));
        Assert.Equal(HttpStatusCode.NoContent, await lost.SignIn(Browser.TokenOf(link)));
    }

    [Fact]
    public async Task ASignInEndsAfterADayEvenOnOpenConnections()
    {
        var secrets = server.Services.GetRequiredService<Secrets>();
        var clock = new Clock { Now = DateTimeOffset.UtcNow };
        var organiser = new Organiser(secrets, clock);
        await organiser.Look();
        var user = new ClaimsPrincipal(new ClaimsIdentity(organiser.Claims(), "cookie"));
        clock.Now += TimeSpan.FromHours(23);
        Assert.True(organiser.Is(user));
        clock.Now += TimeSpan.FromHours(1);
        Assert.False(organiser.Is(user));
    }

    [Fact]
    public async Task TheServersOfAGameHaveOneLink()
    {
        var database = await Postgres.NewDatabase();
        await using var first = await Begin(database);
        await using var second = await Begin(database);
        Assert.Equal(Browser.LinkOf(first), Browser.LinkOf(second));
        using var asking = new Browser(first);
        using var elsewhere = new Browser(second);
        await asking.SignIn();
        await elsewhere.SignIn();
        var link = (await asking.AnotherLink())!;

        using var arriving = new Browser(second);
        Assert.Equal(HttpStatusCode.NoContent, await arriving.SignIn(Browser.TokenOf(link)));
        await using var third = await Begin(database);
        using var late = new Browser(third);
        Assert.Equal(HttpStatusCode.NoContent, await late.SignIn(Browser.TokenOf(link)));
        Assert.False(await elsewhere.IsOrganiser());
    }

    [Fact]
    public async Task AServerLearnsThatAnotherServerChangedTheLink()
    {
        var database = await Postgres.NewDatabase();
        await using var first = await Begin(database);
        await using var second = await Begin(database);
        using var asking = new Browser(first);
        using var elsewhere = new Browser(second);
        await asking.SignIn();
        await elsewhere.SignIn();
        await asking.AnotherLink();
        while (await elsewhere.IsOrganiser())
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
    }

    private static async Task<ClusterServer> Begin(string database)
    {
        var server = new ClusterServer(database);
        await server.InitializeAsync();
        return server;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
