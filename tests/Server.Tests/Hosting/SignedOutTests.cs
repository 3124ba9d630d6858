using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Doors;
using OpsGame.Server.Storage;
using OpsGame.Server.Tests.Cluster;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>Whoever is not the organiser, or no longer, is told why and what to do, at the door and in every call.</summary>
public sealed class SignedOutTests
{
    [Fact]
    public async Task AWrongOrReplacedLinkSaysThatItCountsNoMore()
    {
        await using var server = await SetServer.Begin();
        using var browser = new Browser(server);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.SignIn("0000"));
        Assert.Equal("sign-in-link-wrong", browser.Told!.Code);
        Assert.Contains("Open the newest", browser.Told.Text.En, StringComparison.Ordinal);
        Assert.Contains("최신 링크", browser.Told.Text.Ko, StringComparison.Ordinal);

        var old = Browser.TokenOf(Browser.LinkOf(server));
        await browser.SignIn();
        await browser.AnotherLink();
        using var late = new Browser(server);
        Assert.Equal(HttpStatusCode.Unauthorized, await late.SignIn(old));
        Assert.Equal("sign-in-link-wrong", late.Told!.Code);
    }

    [Fact]
    public async Task WhoeverWasNeverSignedInIsToldHowTo()
    {
        await using var server = await SetServer.Begin();
        using var browser = new Browser(server);
        Assert.False(await browser.IsOrganiser());
        Assert.Equal("organiser-only", browser.Told!.Code);
        Assert.Null(await browser.AnotherLink());
        Assert.Equal("organiser-only", browser.Told.Code);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.SignOutEverywhere());
    }

    [Fact]
    public async Task ASignOutEverywhereEndsEveryCookieAndConnectionAndTheLinkStays()
    {
        await using var server = await SetServer.Begin();
        using var asking = new Browser(server);
        using var other = new Browser(server);
        await asking.SignIn();
        await other.SignIn();
        await using var open = await server.Connect(other.Cookie);
        Assert.Empty(await open.Drills());
        var (link, copied) = (Browser.LinkOf(server), asking.Cookie);

        Assert.Equal(HttpStatusCode.NoContent, await asking.SignOutEverywhere());
        Assert.Null(asking.Cookie);
        Assert.False(await other.IsOrganiser());
        Assert.Equal("sign-in-revoked", other.Told!.Code);
        // an open connection, and a cookie that somebody copied before
        Assert.Equal("sign-in-revoked", await open.EndDrills());
        await using var thief = await server.Connect(copied);
        Assert.Contains(
            "sign-in-revoked", (await Assert.ThrowsAsync<HubException>(thief.Drills)).Message, StringComparison.Ordinal);

        await server.Stop();
        await server.Start();
        Assert.Equal(link, Browser.LinkOf(server));
        using var again = new Browser(server);
        Assert.Equal(HttpStatusCode.NoContent, await again.SignIn());
    }

    [Fact]
    public async Task ASignInThatIsOverSaysSo()
    {
        await using var server = await SetServer.Begin();
        var clock = new Clock { Now = DateTimeOffset.UtcNow };
        var organiser = new Organiser(server.Services.GetRequiredService<Secrets>(), clock);
        await organiser.Look();
        var user = new ClaimsPrincipal(new ClaimsIdentity(organiser.Claims(), "cookie"));
        Assert.Null(organiser.WhyNot(user));
        clock.Now += Organiser.SignedInFor;
        Assert.Equal(SignInRefusals.Expired, organiser.WhyNot(user));
    }

    [Fact]
    public async Task WhoGuessesTooOftenIsToldToWait()
    {
        await using var server = await SetServer.Begin();
        using var guesser = new Browser(server);
        for (var i = 0; i < 12; i++) await guesser.SignIn("guess");
        Assert.Equal("sign-ins-too-many", guesser.Told!.Code);
        Assert.Equal(HttpStatusCode.NoContent, await guesser.SignIn());
    }

    [Fact]
    public async Task WithoutItsDatabaseTheDoorSaysThatItCannotTellAndTheRightLinkStillOpens()
    {
        var database = await Postgres.NewDatabase();
        await using var server = new ClusterServer(database);
        await server.InitializeAsync();
        using var browser = new Browser(server);
        await browser.SignIn();
        Postgres.Close(database, closed: true);
        try
        {
            using var wrong = new Browser(server);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await wrong.SignIn("0000"));
            Assert.Equal("sign-in-unavailable", wrong.Told!.Code);
            Assert.Null(await browser.AnotherLink());
            Assert.Equal("sign-in-unavailable", browser.Told!.Code);
            Assert.Equal(HttpStatusCode.NoContent, await wrong.SignIn());
        }
        finally
        {
            Postgres.Close(database, closed: false);
        }

        Assert.True(await browser.IsOrganiser());
        Assert.NotNull(await browser.AnotherLink());
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
