using Microsoft.AspNetCore.SignalR;
using OpsGame.Server.Tests.Hosting;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>What is refused says why, and changes nothing.</summary>
public sealed class RefusalTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("ZZZZZZ", "Ada", null, "player", "code-unknown")]
    [InlineData("", "Ada", null, "player", "code-unknown")]
    [InlineData(null, "   ", null, "player", "name-empty")]
    [InlineData(null, "12345678901234567890123456789012345678901", null, "player", "name-too-long")]
    [InlineData(null, "<b>Ada</b>", null, "player", "name-invalid")]
    [InlineData(null, "GRACE", null, "player", "name-taken")]
    [InlineData(null, "Ada", "t9", "player", "team-unknown")]
    [InlineData(null, "Ada", null, "instructor", "role-unknown")]
    public async Task ASeatIsRefused(string? code, string name, string? team, string role, string refusal)
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red"]);
        await using var player = await server.Connect();
        var answer = await player.Join(code ?? instructor.Seat!.Code, name, team, role);
        Assert.Null(answer.Seat);
        Assert.Equal(refusal, answer.Refusal?.Code);
        Assert.Single((await player.FindDrill(instructor.Seat!.Code)).Seat!.Room.People);
    }

    [Theory]
    [InlineData("no-such-scenario", "Grace", new[] { "Red" }, "scenario-unknown")]
    [InlineData("", "Grace", new[] { "Red" }, "scenario-unknown")]
    [InlineData(null, "", new[] { "Red" }, "name-empty")]
    [InlineData(null, "Grace", new string[0], "teams-none")]
    [InlineData(null, "Grace", new[] { "Red", "red " }, "team-name-taken")]
    [InlineData(null, "Grace", new[] { "Red\u202e" }, "name-invalid")]
    public async Task ADrillIsRefused(string? scenario, string name, string[] teams, string refusal)
    {
        await using var instructor = await server.Connect();
        var answer = await instructor.Create(scenario ?? await PlayTests.Balancers(instructor), name, teams);
        Assert.Equal(refusal, answer.Refusal?.Code);
    }

    [Theory]
    [InlineData("Ops, please")]
    [InlineData("Fire 🔥")]
    public async Task AmongManyNamesTheOneThatIsRefusedIsNamed(string team)
    {
        await using var instructor = await server.Connect();
        var answer = await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red", team, "Blue"]);
        Assert.Contains($"“{team}”", answer.Refusal!.Text.En, StringComparison.Ordinal);
        Assert.Contains($"“{team}”", answer.Refusal.Text.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesOfAnyScriptAreWelcome()
    {
        await using var instructor = await server.Connect();
        Assert.Null((await instructor.Create(await PlayTests.Balancers(instructor), "그레이스", ["빨강 (1)", "Bläu-2_x"])).Refusal);
    }

    [Theory]
    [InlineData("no-such-action", "db", "action-unknown")]
    [InlineData("server-crash", "db", "not-your-role")]
    [InlineData("install", "web-1", "action-unknown")]
    [InlineData("restart-server", "no-such-server", null)]
    public async Task ACommandIsRefused(string action, string target, string? refusal)
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 2);
        var receipt = await player.Command("c1", action, target);
        Assert.NotNull(receipt.Refusal);
        if (refusal is not null) Assert.Equal(refusal, receipt.Refusal.Code);
        Assert.Equal(0, receipt.Tick);
        Assert.NotEqual(receipt.Refusal.Code, receipt.Refusal.Text.Ko);
    }

    [Theory]
    [InlineData("change-threads", "threads", "0", "parameter-out-of-range")]
    [InlineData("change-threads", "threads", "1e9", "parameter-out-of-range")]
    [InlineData("change-threads", "threads", "NaN", "parameter-not-a-number")]
    [InlineData("change-threads", "threads", "many", "parameter-not-a-number")]
    [InlineData("change-threads", "role", "cook", "parameter-not-a-choice")]
    [InlineData("change-threads", "colour", "red", "parameter-unknown")]
    public async Task ParametersHaveLimits(string action, string name, string value, string refusal)
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        await player.Sees(frame => frame.Tick >= 1);
        var target = (await player.FullFrame())!.Servers[0].Id;
        Assert.Equal(refusal, (await player.Command("c1", action, target, (name, value))).Refusal?.Code);
        Assert.Equal("request-invalid", (await player.Command(new string('x', 65), action, target)).Refusal?.Code);
        Assert.Equal("request-invalid", (await player.Command("", action, target)).Refusal?.Code);
        Assert.Equal("request-invalid", (await player.Command("c2", action, target, (name, new string('9', 65)))).Refusal?.Code);
    }

    /// <summary>The whole team reads of a command, and of why it was refused.</summary>
    [Theory]
    [InlineData("c\u202E", "attach", "balancer", "server", "web-1")]
    [InlineData("c1", "attach\u2066", "balancer", "server", "web-1")]
    [InlineData("c1", "attach", "bal\u200Bancer", "server", "web-1")]
    [InlineData("c1", "attach", "balancer", "server\u200F", "web-1")]
    [InlineData("c1", "attach", "balancer", "server", "\u202E1-bew")]
    public async Task InvisibleCharactersInACommandAreRefused(
        string id, string action, string target, string parameter, string value)
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        Assert.Equal("request-invalid", (await player.Command(id, action, target, (parameter, value))).Refusal?.Code);
    }

    [Fact]
    public async Task AnObserverOnlyLooks()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red"]);
        await using var observer = await server.Connect();
        Assert.Null((await observer.Join(instructor.Seat!.Code, "Eve", role: "observer")).Refusal);
        Assert.Equal("not-your-role", (await observer.Command("c1", "acknowledge", "a")).Refusal?.Code);
        foreach (var order in new[]
        {
            nameof(IDrillHub.Start), nameof(IDrillHub.Pause), nameof(IDrillHub.Continue), nameof(IDrillHub.Finish),
        })
            Assert.Equal("not-your-role", await observer.Order(order));
        Assert.Equal(
            "not-your-role", await observer.Order(nameof(IDrillHub.Inject), new InjectRequest(null, "server-crash", "x", [])));
        Assert.Equal("lobby", (await observer.FindDrill(instructor.Seat.Code)).Seat!.Room.Status);
    }

    [Fact]
    public async Task APlayerOfATeamDoesNotDirectTheDrill()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red"]);
        await using var player = await server.Connect();
        await player.Join(instructor.Seat!.Code, "Ada");
        Assert.Equal("drill-not-running", (await player.Command("c1", "acknowledge", "a")).Refusal?.Code);
        Assert.Equal("not-your-role", await player.Order(nameof(IDrillHub.Start)));
        Assert.Equal("speed-invalid", await instructor.Order(nameof(IDrillHub.Speed), 3.0));
        Assert.Equal("speed-invalid", await instructor.Order(nameof(IDrillHub.Speed), double.NaN));
        Assert.Equal("drill-not-running", await instructor.Order(nameof(IDrillHub.Pause)));
    }

    [Fact]
    public async Task WithoutASeatThereIsNothingToDo()
    {
        await using var stranger = await server.Connect();
        Assert.Equal("seat-missing", (await stranger.Command("c1", "acknowledge", "a")).Refusal?.Code);
        Assert.Equal("seat-missing", await stranger.Order(nameof(IDrillHub.Start)));
        Assert.Equal("seat-unknown", (await stranger.Resume("forged")).Refusal?.Code);
        Assert.Equal("organiser-only", (await stranger.Oversee("any")).Refusal?.Code);
    }

    [Fact]
    public async Task ATeamHasTwelvePlayers()
    {
        await using var instructor = await server.Connect();
        await instructor.Create(await PlayTests.Balancers(instructor), "Grace", ["Red"]);
        for (var i = 1; i <= 12; i++)
        {
            await using var player = await server.Connect();
            Assert.Null((await player.Join(instructor.Seat!.Code, $"Player {i}")).Refusal);
        }

        await using var late = await server.Connect();
        Assert.Equal("team-full", (await late.Join(instructor.Seat!.Code, "Late")).Refusal?.Code);
    }

    [Fact]
    public async Task AFloodIsRefusedAndTheConnectionStaysOpen()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => player.Command($"c{i}", "no-such-action", "x")));
        Assert.Contains(receipts, receipt => receipt.Refusal?.Code == "too-fast");
        Assert.True(receipts.Count(receipt => receipt.Refusal?.Code == "action-unknown") >= 19);
        await player.Sees(frame => frame.Tick >= 8);
    }

    [Fact]
    public async Task WhoAskedTooMuchMayStillAct()
    {
        await using var player = await server.Connect();
        await player.PlayNow();
        var previews = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => player.Preview("no-such-action", "x")));
        Assert.Contains(previews, preview => preview.Refusal?.Code == "too-fast");
        Assert.Equal("action-unknown", (await player.Command("c", "no-such-action", "x")).Refusal?.Code);
    }

    [Fact]
    public async Task AFloodOfRefusedCallsLeavesRoomInTheLog()
    {
        await using var quiet = await SetServer.Begin();
        await using var player = await quiet.Connect();
        for (var call = 0; call < 60; call++) await Assert.ThrowsAsync<HubException>(player.Drills);
        var logs = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(quiet.Database)!, "logs"));
        Assert.InRange(logs.GetFiles().Sum(file => file.Length), 0, 1000);
    }
}
