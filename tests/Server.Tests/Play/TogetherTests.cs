using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>Two players of one team, each at a connection of their own.</summary>
public sealed class TogetherTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task TheSecondPlayerIsToldWhoIsDoingWhatSinceWhen()
    {
        await using var grace = await server.Connect();
        await using var kim = await server.Connect();
        await using var lee = await server.Connect();
        await Sit(grace, kim, lee);

        Assert.Null((await kim.Command("k1", "restart-server", "web-1")).Refusal);
        var restarted = await kim.Outcome("k1");
        Assert.Null(restarted.Undo);

        var preview = await lee.Preview("restart-server", "web-1");
        Assert.Equal("server-not-running", preview.Refusal?.Code);
        Assert.Equal(
            ("Kim", "web-1", restarted.TimeMs), (preview.Beside!.Player, preview.Beside.Component, preview.Beside.SinceMs));
        Assert.Equal((restarted.Text.Code, "web-1"), (preview.Beside.Text.Code, preview.Beside.Text.Args[0]));

        await lee.Command("l1", "restart-server", "web-1");
        var refused = await lee.Outcome("l1");
        Assert.Equal(("refused", preview.Refusal!.Code, "Kim"), (refused.Kind, refused.Code, refused.Beside?.Player));
        Assert.All([preview.Refusal.Text.En, preview.Refusal.Text.Ko],
            text => Assert.Contains("Kim", text, StringComparison.Ordinal));
        Assert.Equal(restarted.Text.Code, refused.Beside!.Text.Code);
    }

    [Fact]
    public async Task ACompatibleCommandIsCarriedOutToldAndUndoneByTheOther()
    {
        await using var grace = await server.Connect();
        await using var kim = await server.Connect();
        await using var lee = await server.Connect();
        await Sit(grace, kim, lee);
        var before = (await kim.Preview("set-drain-time", "balancer")).Present["seconds"];

        await kim.Command("k1", "set-drain-time", "balancer", ("seconds", "7"));
        var set = await lee.Outcome("k1");
        await lee.Command("l1", "set-slow-start", "balancer", ("seconds", "3"));
        var second = await kim.Outcome("l1");

        Assert.Equal(("command", "Lee", "Kim"), (second.Kind, second.Player, second.Beside?.Player));
        Assert.Equal("7", (await lee.Preview("set-drain-time", "balancer")).Present["seconds"]);

        Assert.Null((await lee.Undo("l2", set)).Refusal);
        var back = await kim.Outcome("l2");
        Assert.Equal(("command", "Lee", "k1"), (back.Kind, back.Player, back.Undoes));
        Assert.Equal(before, (await kim.Preview("set-drain-time", "balancer")).Present["seconds"]);
        Assert.Equal("undo-unknown", (await kim.Undo("k2", set)).Refusal?.Code);
    }

    [Fact]
    public async Task ASettingThatWasChangedAgainIsNotUndone()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 1);
        await player.Command("c1", "set-drain-time", "balancer", ("seconds", "7"));
        var set = await player.Outcome("c1");
        await player.Command("c2", "set-drain-time", "balancer", ("seconds", "8"));
        await player.Outcome("c2");

        Assert.Equal("undo-overtaken", (await player.Undo("c3", set)).Refusal?.Code);
    }

    [Fact]
    public async Task OnlyPlayersGetAPreview()
    {
        await using var grace = await server.Connect();
        await using var kim = await server.Connect();
        await using var lee = await server.Connect();
        Assert.Equal("seat-missing", (await kim.Preview("restart-server", "web-1")).Refusal?.Code);
        await Sit(grace, kim, lee);

        Assert.Equal("not-your-role", (await grace.Preview("restart-server", "web-1")).Refusal?.Code);
        Assert.Equal("not-your-role", (await kim.Preview("server-crash", "web-1")).Refusal?.Code);
        Assert.Equal("action-unknown", (await kim.Preview("no-such-action", "web-1")).Refusal?.Code);
        Assert.Equal("request-invalid", (await kim.Preview(new string('x', 65), "web-1")).Refusal?.Code);
        Assert.Equal("parameter-missing", (await kim.Preview("detach", "balancer")).Refusal?.Code);

        var preview = await kim.Preview("detach", "balancer", ("server", "web-1"));
        Assert.Equal(
            (null, "at-most", "drained", "attach"), (preview.Refusal, preview.Bound, preview.InFlight, preview.Undo?.Action));
        await grace.Order(nameof(IDrillHub.Pause));
        await kim.SeesRoom(room => room.Status == "paused");
        // whoever may not act now still plans
        Assert.Null((await kim.Preview("detach", "balancer", ("server", "web-1"))).Refusal);
    }

    private static async Task Sit(Player grace, Player kim, Player lee)
    {
        await grace.Create(await PlayTests.Balancers(grace), "Grace", ["Red"]);
        await kim.Join(grace.Seat!.Code, "Kim");
        await lee.Join(grace.Seat.Code, "Lee");
        await grace.Order(nameof(IDrillHub.Start));
        await kim.Sees(frame => frame.Tick >= 1);
        await lee.Sees(frame => frame.Tick >= 1);
    }
}
