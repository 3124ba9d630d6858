using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 34. Sessions stay where they are: the servers that were bought against the overload stand idle.</summary>
public sealed class StickySessionsTests
{
    [Fact]
    public void NewServersGetNothingWhileOldSessionsLast()
    {
        var seen = Crowded(Stickiness.Cookie).Buy(2).Pass(60).Watch(60);

        Assert.True(seen.FailureShare > 0.2, $"{seen.FailureShare:p1}");
        Assert.InRange(seen.ShareOf("app-1") + seen.ShareOf("app-2"), 0.9, 1);
        Assert.True(seen.Cpu("app-1") > 0.95);
    }

    [Fact]
    public void LettingSessionsGoCures()
    {
        var play = Crowded(Stickiness.Cookie).Buy(2).Do("set-sticky", "balancer", ("sticky", "none")).Pass(60);

        Assert.InRange(play.Watch(60).FailureShare, 0, 0.001);
    }

    [Fact]
    public void StillMoreServersDoNotHelp() =>
        Assert.True(Crowded(Stickiness.Cookie).Buy(4).Pass(60).Watch(60).FailureShare > 0.2);

    [Fact]
    public void WithoutStickySessionsNewServersHelp() =>
        Assert.InRange(Crowded(Stickiness.None).Buy(2).Pass(60).Watch(60).FailureShare, 0, 0.001);

    /// <summary>Two servers that can do 196 a second, and 260 come, of browsers that come back every few seconds.</summary>
    private static Play Crowded(Stickiness sticky)
    {
        var shop = Shop.Of(260).From(1_000);
        return new Play(shop with
        {
            Balancer = shop.Balancer! with
            {
                Forwarding = Forwarding.None with { Sticky = sticky, StickyNs = Estates.Seconds(3600) },
            },
        }).Pass(60);
    }
}
