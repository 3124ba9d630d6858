using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>What is done belongs to a seat; who gives it up has no power left anywhere.</summary>
public sealed class SeatTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly (string, string) Random = ("algorithm", "random");

    [Fact]
    public async Task LeavingEndsEveryConnectionOfTheSeat()
    {
        await using var grace = await server.Connect();
        await using var ada = await server.Connect();
        await using var tab = await server.Connect();
        await Sit(grace, ada, tab);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await tab.Sees(frame => frame.Tick >= 1);

        await ada.Leave();
        await tab.LosesSeat();

        Assert.Equal((grace.Seat!.Drill, ada.Seat!.Player), (tab.Ended[0].Drill, tab.Ended[0].Player));
        Assert.NotEmpty(tab.Ended[0].Text.Ko);
        Assert.Equal("seat-given-up", (await tab.Command("late", "set-algorithm", "balancer", Random)).Refusal?.Code);
        Assert.Equal("seat-given-up", (await tab.Preview("restart-server", "web-1")).Refusal?.Code);
        Assert.Equal("seat-unknown", (await tab.Resume(ada.Seat.Token)).Refusal?.Code);
    }

    [Fact]
    public async Task WhoTakesTheFreedNameIsNotWhoHadIt()
    {
        await using var grace = await server.Connect();
        await using var ada = await server.Connect();
        await using var tab = await server.Connect();
        await Sit(grace, ada, tab);
        await ada.Leave();
        await using var next = await server.Connect();
        Assert.Null((await next.Join(grace.Seat!.Code, "Ada")).Refusal);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await next.Sees(frame => frame.Tick >= 1);

        Assert.Equal("seat-given-up", (await tab.Command("same", "set-algorithm", "balancer", Random)).Refusal?.Code);
        Assert.Null((await next.Command("same", "set-algorithm", "balancer", Random)).Refusal);
        Assert.Equal("Ada", (await next.Outcome("same")).Player);
    }

    [Fact]
    public async Task AnInstructorWhoLeftDirectsNothing()
    {
        await using var grace = await server.Connect();
        await grace.Create(await PlayTests.Balancers(grace), "Grace", ["Red"]);
        await using var tab = await server.Connect();
        Assert.Null((await tab.Resume(grace.Seat!.Token)).Refusal);
        await grace.Leave();
        // until the news is there its drill knows better
        Assert.NotNull(await tab.Order(nameof(IDrillHub.Start)));
        await tab.LosesSeat();
        Assert.Equal("seat-given-up", await tab.Order(nameof(IDrillHub.Finish)));
        Assert.Equal("lobby", (await tab.FindDrill(grace.Seat.Code)).Seat?.Room.Status);
    }

    [Fact]
    public async Task ASeatSendsNoMoreByManyConnectionsThanByOne()
    {
        await using var grace = await server.Connect();
        await using var ada = await server.Connect();
        await using var tab = await server.Connect();
        await Sit(grace, ada, tab);
        Assert.Null(await grace.Order(nameof(IDrillHub.Start)));
        await ada.Sees(frame => frame.Tick >= 1);
        string?[] codes = [];
        var hands = new List<Player>();
        // ten calls a connection at once, twice what a seat may: some must be refused, and none at its connection
        while (!codes.Contains("too-fast"))
        {
            for (var i = 0; i < 8; i++)
            {
                hands.Add(await server.Connect());
                Assert.Null((await hands[^1].Resume(ada.Seat!.Token)).Refusal);
            }

            codes = await Task.WhenAll(hands.TakeLast(8).SelectMany((hand, at) => Enumerable.Range(0, 10).Select(async i =>
                (await hand.Command($"{hands.Count}/{at}/{i}", "set-algorithm", "balancer", Random)).Refusal?.Code)));
        }

        Assert.Contains(codes, code => code is null);
        foreach (var hand in hands) await hand.DisposeAsync();
    }

    private static async Task Sit(Player grace, Player ada, Player tab)
    {
        await grace.Create(await PlayTests.Balancers(grace), "Grace", ["Red"]);
        Assert.Null((await ada.Join(grace.Seat!.Code, "Ada")).Refusal);
        Assert.Null((await tab.Resume(ada.Seat!.Token)).Refusal);
    }
}
