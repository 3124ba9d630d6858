using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>What the server says of actions and their forms, by a real connection.</summary>
public sealed class FormTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task AFrameSaysWhatAppliesNow()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 1);
        var full = (await player.FullFrame())!;
        Assert.Equal(
            full.Applies.Select(one => one.Id).Order(StringComparer.Ordinal),
            full.Applies.Select(one => one.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("drain-server", At(full, "web-1"));
        Assert.DoesNotContain("undrain-server", At(full, "web-1"));
        Assert.Equal(["declare-incident", "take-role"], At(full, "incident"));

        await player.Command("c1", "drain-server", "web-1");
        var drained = await player.Sees(
            frame => frame.Applies.Any(one => one.Id == "web-1" && one.Actions.Contains("undrain-server")));
        Assert.DoesNotContain("drain-server", At(drained, "web-1"));
    }

    [Fact]
    public async Task APlayerIsToldWhatAFormStartsFromAndOffersNow()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 1);
        var weight = await player.Preview("set-weight", "balancer");
        Assert.Equal("parameter-missing", weight.Refusal?.Code);
        Assert.Equal(["server", "weight"], weight.Fields.Select(field => field.Name));
        Assert.Equal((weight.Fields[0].Choices![0], "1"), (weight.Fields[0].Initial, weight.Fields[1].Initial));
        Assert.Null(weight.Fields[1].Choices);

        var first = weight.Fields[0].Initial;
        Assert.DoesNotContain(first, Choices(await player.Preview("attach", "balancer"), "server"));
        await player.Command("c1", "detach", "balancer", ("server", first));
        await player.Outcome("c1");
        await player.Command("c2", "set-drain-time", "balancer", ("seconds", "7"));
        await player.Outcome("c2");
        Assert.Equal("7", (await player.Preview("set-drain-time", "balancer")).Fields.Single().Initial);
    }

    [Fact]
    public async Task AnInstructorIsToldOfFaultsAndNobodyElseIs()
    {
        await using var grace = await server.Connect();
        await using var kim = await server.Connect();
        await using var stranger = await server.Connect();
        await grace.Create(await PlayTests.Balancers(grace), "Grace", ["Red"]);
        await kim.Join(grace.Seat!.Code, "Kim");
        await grace.Order(nameof(IDrillHub.Start));
        await kim.Sees(frame => frame.Tick >= 1);

        var crash = await grace.Preview("process-crash", "web-1");
        Assert.Equal(["seconds", "role", "process"], crash.Fields.Select(field => field.Name));
        Assert.Contains(crash.Fields[1].Initial, crash.Fields[1].Choices!);
        Assert.Equal("not-your-role", (await grace.Preview("restart-server", "web-1")).Refusal?.Code);
        Assert.Equal("not-your-role", (await kim.Preview("process-crash", "web-1")).Refusal?.Code);
        Assert.Equal("seat-missing", (await stranger.Preview("process-crash", "web-1")).Refusal?.Code);
        Assert.Empty((await stranger.Preview("set-weight", "balancer")).Fields);
    }

    [Fact]
    public async Task AFormOfNothingIsRefused()
    {
        await using var player = await server.Connect();
        await player.PlayNow(await PlayTests.Balancers(player));
        await player.Sees(frame => frame.Tick >= 1);
        Assert.Equal("target-unknown", (await player.Preview("set-drain-time", "nowhere", ("seconds", "1"))).Refusal?.Code);
        Assert.Equal("action-wrong-target", (await player.Preview("set-drain-time", "web-1", ("seconds", "1"))).Refusal?.Code);
        Assert.Empty((await player.Preview("no-such-action", "web-1")).Fields);
    }

    private static string[] At(Frame frame, string component) => frame.Applies.Single(one => one.Id == component).Actions;

    private static string[] Choices(PreviewView view, string name) => view.Fields.Single(field => field.Name == name).Choices!;
}
