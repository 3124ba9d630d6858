using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Previews;

/// <summary>Two people at one component.</summary>
public sealed class DoingTests
{
    private readonly Play _play = new Play(Estates.Whole()).Pass(5);

    [Fact]
    public void ARefusalSaysWhoIsDoingWhatSinceWhen()
    {
        var since = _play.World.NowNs + Nanoseconds.PerTick;
        _play.Does("restart-server", "web-1");
        _play.Pass(3);

        var refused = _play.By("lee", "restart-server", "web-1");

        Assert.Equal("server-not-running", refused.Code);
        Assert.Equal(("ann", "web-1", since, "server-restarting"),
            (refused.Beside!.By, refused.Beside.Component, refused.Beside.SinceNs, refused.Beside.Code));
    }

    [Fact]
    public void TheSecondCommandIsCarriedOutAndSaysWhatIsUnderWay()
    {
        _play.Does("set-ttl", "cache", ("seconds", "30"));
        _play.Pass(4);

        var second = _play.By("lee", "set-ttl", "cache", ("seconds", "10"));

        Assert.Equal(("cache-ttl-set", "ann"), (second.Code, second.Beside?.By));
        Assert.Equal(10 * Nanoseconds.PerSecond, _play.World.Caches[0].TtlNs);
        Assert.Equal("ann", Preview.Of(_play.World, _play.Command("lee", "set-ttl", "cache", ("seconds", "5"))).Beside?.By);
        Assert.Equal("lee", Preview.Of(_play.World, _play.Command("ann", "set-ttl", "cache", ("seconds", "5"))).Beside?.By);
    }

    [Fact]
    public void AnActionThatEndedLongAgoIsNotMentioned()
    {
        _play.Does("set-ttl", "cache", ("seconds", "30"));
        _play.Pass(10.25);

        Assert.Null(_play.World.Beside("cache", "lee"));
        Assert.Null(_play.World.Beside("balancer", "lee"));
    }

    [Fact]
    public void AnActionUnderWayIsMentionedUntilItEnds()
    {
        _play.Does("stop-server", "web-1");
        _play.Pass(15).Does("start-server", "web-1");
        _play.Pass(15);
        Assert.Equal("server-starting", _play.World.Beside("web-1", "lee")?.Code);

        _play.Pass(10);

        Assert.Null(_play.World.Beside("web-1", "lee"));
    }

    [Fact]
    public void ADrainConcernsTheBalancerAndTheServer()
    {
        _play.Does("detach", "balancer", ("server", "web-1"));

        Assert.Equal(_play.World.Beside("balancer", "lee"), _play.World.Beside("web-1", "lee"));
        Assert.Equal("target-draining", _play.By("lee", "stop-server", "web-1").Beside?.Code);
    }

    [Fact]
    public void ARolloutWorksInTheNameOfWhoStartedIt()
    {
        _play.Do("start-rollout", "rollout", ("version", "v2"), ("drain", "2"), ("bake", "5")).Pass(16);

        Assert.Equal("ann", _play.World.Beside("rollout", "lee")?.By);
        Assert.Equal("server-installing", _play.By("lee", "stop-server", "web-1").Beside?.Code);
    }

    [Fact]
    public void PlayersAreNotToldOfTheirOwnActions()
    {
        _play.Does("set-ttl", "cache", ("seconds", "30"));

        Assert.Null(_play.Does("set-ttl", "cache", ("seconds", "10")).Beside);
    }
}
