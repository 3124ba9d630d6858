using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>What somebody finds is the team's, and nobody else's.</summary>
public sealed class LookTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task AFindingReachesTeamMatesAndNoOtherTeam()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red", "Blue"], seed: 42);
        var code = instructor.Seat!.Code;
        await using var ada = await server.Connect();
        await using var bo = await server.Connect();
        await using var eve = await server.Connect();
        await ada.Join(code, "Ada", "t1");
        await bo.Join(code, "Bo", "t1");
        await eve.Join(code, "Eve", "t2");
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 8.0));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Start)));
        await ada.Sees(frame => frame.Tick >= 8);
        var balancer = (await ada.FullFrame())!.Balancers[0].Id;

        // slow enough that the second command comes while the first look lasts, on any machine
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 0.5));
        Assert.Null((await ada.Command("c1", "read-access-log", balancer)).Refusal);

        var look = (await bo.Sees(frame => frame.Looks is [_, ..])).Looks![0];
        Assert.Equal((balancer, "read-access-log", "Ada"), (look.Component, look.Look, look.Player));
        Assert.True(look.EndsMs > look.SinceMs);
        Assert.Equal("look-under-way", await Refused(bo, "c2", "read-access-log", balancer));
        Assert.Null(await instructor.Order(nameof(IDrillHub.Speed), 8.0));
        var found = await bo.Sees(frame => frame.Findings.Length > 0);
        var finding = found.Findings[0];
        Assert.Equal(("Ada", look.EndsMs), (finding.Player, finding.TimeMs));
        Assert.True(finding.Log!.Written > 0);
        Assert.All(finding.Log.Lines, line => Assert.True(line.Status == 200 == (line.Outcome == "ok")));
        Assert.Empty(found.Looks!);
        // who comes later sees it too
        Assert.Equal(finding.Id, Assert.Single((await ada.FullFrame())!.Findings).Id);

        await eve.Sees(frame => frame.Tick >= found.Tick + 4);
        Assert.All(eve.Frames, frame => Assert.Empty(frame.Findings));
        Assert.Empty((await eve.FullFrame())!.Findings);
        Assert.DoesNotContain(eve.Frames, frame => frame.Looks is [_, ..]);
    }

    [Fact]
    public async Task ALookThatAComponentDoesNotOfferIsRefused()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 2);
        var database = (await player.FullFrame())!.Databases[0];

        Assert.Equal("action-wrong-target", (await player.Command("c1", "read-access-log", database.Id)).Refusal?.Code);
        Assert.Equal("access-log-none", await Refused(player, "c2", "read-access-log", database.Server));
        Assert.Null((await player.Command("c3", "stop-server", database.Server)).Refusal);
        await player.Sees(frame => frame.Servers.Any(each => each.Id == database.Server && each.Lifecycle == "stopped"));
        Assert.Equal("server-not-reachable", await Refused(player, "c4", "slow-queries", database.Id));
    }

    private static async Task<string> Refused(Player player, string id, string action, string target)
    {
        Assert.Null((await player.Command(id, action, target)).Refusal);
        var told = await player.Sees(frame => frame.Events.Any(each => each.Command == id && each.Kind == "refused"));
        return told.Events.First(each => each.Command == id && each.Kind == "refused").Code;
    }
}
