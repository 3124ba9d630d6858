using Microsoft.AspNetCore.SignalR;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Hosting;

namespace OpsGame.Server.Tests.Play;

/// <summary>What organisers did can be read by every organiser: who, what, when; no secret is in it.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task WhatOrganisersDidIsReadByTheNextOneAndHoldsNoSecret()
    {
        await using var server = await SetServer.Begin();
        await IsAudited(server);
    }

    [Fact]
    public async Task ItIsLikewiseInPostgres()
    {
        await using var server = new ClusterServer(await Postgres.NewDatabase());
        await server.InitializeAsync();
        await IsAudited(server);
    }

    private static async Task IsAudited(TestServer server)
    {
        var secret = Browser.TokenOf(Browser.LinkOf(server));
        await using var player = await server.Connect();
        await player.PlayNow();
        var (drill, code) = (player.Seat!.Drill, player.Seat.Code);
        using var browser = new Browser(server);
        await browser.SignIn("wrong");
        await browser.SignIn();
        await using (var organiser = await server.Connect(browser.Cookie))
        {
            Assert.Null((await organiser.Oversee(drill)).Refusal);
            await organiser.EndDrills(drill, "no such drill");
            await organiser.DeleteDrills(drill);
            // nothing was there any more
            await organiser.DeleteDrills(drill);
        }

        await browser.AnotherLink();
        await browser.SignOutEverywhere();
        await browser.SignIn();
        await using var next = await server.Connect(browser.Cookie);
        var lines = await next.Audit();
        Assert.Equal(
            [
                ("signed-in", ""), ("signed-out-everywhere", ""), ("new-link", ""), ("drills-deleted", code),
                ("drills-ended", code), ("oversaw", code), ("signed-in", ""),
            ],
            lines.Select(line => (line.Act, line.About)));
        Assert.All(lines, line => Assert.EndsWith(" · 127.0.0.1", line.Who, StringComparison.Ordinal));
        Assert.Equal(lines[^1].Who, lines[^2].Who);
        Assert.NotEqual(lines[^1].Who, lines[0].Who);
        var whole = string.Concat(lines.Select(line => line.ToString()));
        Assert.DoesNotContain(secret, whole, StringComparison.Ordinal);
        Assert.DoesNotContain(Browser.TokenOf(Browser.LinkOf(server)), whole, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", whole, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HubException>(player.Audit);
    }
}
