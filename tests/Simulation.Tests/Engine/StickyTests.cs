using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Browsers that stay at a server, by cookie or by address.</summary>
public sealed class StickyTests
{
    private const int Browsers = 20_000;

    /// <summary>A cookie is good for F after it was used: of N browsers that ask at λ, N(1 − exp(−λF)) have one.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void AsManyCookiesAreGoodAsWereUsedOfLate(double seconds)
    {
        var shop = Shop.Of(100).Asked(users => users with { App = Estates.Exp(10), Db = Estates.Exp(2) }).From(1_000);
        var play = new Play(Sticky(shop, Stickiness.Cookie, seconds)).Pass(120);
        var good = 0.0;
        for (var second = 0; second < 400; second++)
            good += play.Pass(1).World.Last.BalancerTelemetry[0].Targets.Sum(target => target.Sessions);

        Runs.Near(1_000 * (1 - Math.Exp(-0.1 * seconds)), good / 400, 0.02);
    }

    [Fact]
    public void ACookieKeepsABrowserAtItsServerWhileItIsUsed()
    {
        var node = Node(Stickiness.Cookie, 1, 1, 1);
        var first = At(node, second: 0);

        // another luck every time
        Assert.Equal(first, At(node, second: 59, number: 1_000_000));
        Assert.NotEqual(first, At(node, second: 200, number: 2_000_000));
    }

    /// <summary>A fourth server takes a quarter of all browsers, evenly from the others; nobody moves between those.</summary>
    [Fact]
    public void AServerMoreMovesOnlyTheBrowsersItTakes()
    {
        var (three, four) = (At(Node(Stickiness.Address, 1, 1, 1), 0), At(Node(Stickiness.Address, 1, 1, 1, 1), 0));

        Assert.All(three.Zip(four), pair => Assert.True(pair.Second == pair.First || pair.Second == 3));
        // 20 000 browsers: four standard deviations
        foreach (var server in new[] { 0, 1, 2, 3 }) Assert.InRange(four.Count(at => at == server), 4_755, 5_245);
        foreach (var server in new[] { 0, 1, 2 }) Assert.InRange(three.Count(at => at == server), 6_400, 6_934);
    }

    [Fact]
    public void AddressesFallToServersByWeight()
    {
        var at = At(Node(Stickiness.Address, 3, 1), 0);

        Assert.InRange(at.Count(server => server == 0), 14_755, 15_245);
    }

    /// <summary>A drain ends with the last session, or when its time is over.</summary>
    [Theory]
    [InlineData(Stickiness.None, 0, 3)]
    [InlineData(Stickiness.Cookie, 2, 80)]
    [InlineData(Stickiness.Cookie, 60, 120)]
    public void DrainingTakesAsLongAsSessions(Stickiness sticky, double seconds, double atMost)
    {
        var shop = Shop.Of(20).Asked(users => users with { App = Estates.Exp(10), Db = Estates.Exp(2) }).From(40);
        var play = new Play(Sticky(shop, sticky, seconds) with
        {
            Balancer = Sticky(shop, sticky, seconds).Balancer! with { DrainNs = Estates.Seconds(120) },
        }).Pass(30).Detach("app-1");
        var drained = 0.0;
        while (!play.Codes.Contains("target-drained") && drained < 200) drained = play.Pass(0.25).World.NowNs / 1e9 - 30;

        Assert.InRange(drained, sticky == Stickiness.None ? 0 : atMost / 20, atMost + 1);
        Assert.Equal(sticky == Stickiness.Cookie && seconds > 10, drained > 119);
        Assert.Equal(0, play.Failed);
    }

    private static Scenario Sticky(Scenario scenario, Stickiness sticky, double seconds) => scenario with
    {
        Balancer = scenario.Balancer! with
        {
            Forwarding = Forwarding.None with { Sticky = sticky, StickyNs = Estates.Seconds(seconds) },
        },
    };

    private static int[] At(BalancerNode node, double second, long number = 0)
    {
        var at = new int[Browsers];
        for (var client = 0; client < Browsers; client++)
        {
            var request = new Request { Client = client, Number = number + client, Attempt = 1 };
            at[client] = node.Deal(ref request, Estates.Seconds(second));
        }

        return at;
    }

    private static BalancerNode Node(Stickiness sticky, params int[] weights)
    {
        var node = new BalancerNode(
            "balancer", 0, Algorithm.Random, new Draw(1, Purpose.Balance, 0), new StationMeter("balancer"))
        {
            Sessions = new Sessions(Browsers, new Draw(1, Purpose.Session, 0)),
        };
        var rack = new RackNode("rack", 0, 0);
        for (var index = 0; index < weights.Length; index++)
        {
            var server = new ServerNode($"app-{index}", rack, 1, new DiskNode(0, 0));
            node.Set(server, serves: true, fresh: false, 0);
            node.Weigh(server.Id, weights[index]);
        }

        node.Follow(Forwarding.None with { Sticky = sticky, StickyNs = Estates.Seconds(60) }, new EventQueue(new RequestPool()));
        return node;
    }
}
