using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Rollouts;

/// <summary>Servers are replaced a few at a time; the bounds of max surge and max unavailable hold in every tick.</summary>
public sealed class ReplacingTests
{
    private const int Fleet = 4;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    public void NeverMoreThanTheSurgeNeverFewerThanWhatMayBeMissing(int surge, int unavailable)
    {
        var play = Start(surge, unavailable);
        var (most, least) = (0, Fleet);
        while (play.World.Rollouts[0].Status == RolloutStatus.Running && play.World.NowNs < Estates.Seconds(900))
        {
            play.Pass(0.25);
            most = Math.Max(most, Staying(play));
            least = Math.Min(least, Available(play));
        }

        Assert.Equal(RolloutStatus.Done, play.World.Rollouts[0].Status);
        Assert.Equal(Fleet, Staying(play));
        Assert.All(Users(play), server => Assert.Equal("good", server.Version));
        // it uses what it may, and no more
        Assert.Equal((Fleet + surge, Fleet - unavailable), (most, least));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void WhenCalmNobodyNoticesIt(int surge, int unavailable)
    {
        var play = Start(surge, unavailable).Pass(300);
        Assert.Equal((RolloutStatus.Done, 0), (play.World.Rollouts[0].Status, play.Failed));
    }

    [Fact]
    public void ALargerSurgeIsSooner() => Assert.True(Takes(4) < 0.5 * Takes(1), $"{Takes(4)} {Takes(1)}");

    [Fact]
    public void OneThatIsNotReadyStopsItWhereItStands()
    {
        // by a deep readiness check the first new server is never ready, so no old one goes
        var readiness = new OwnCheck(true, 0, Estates.Seconds(5), Estates.Seconds(1), 3, 1);
        var play = Start(1, 0, shop => shop.Built(server =>
            server.Id == "db-1" ? server : server with { Checks = new OwnChecks(null, null, readiness) }) with
        {
            Releases = [Shop.Release("good", 1, 1)],
        }).Pass(240);

        Assert.Equal(RolloutStatus.Failed, play.World.Rollouts[0].Status);
        Assert.Equal(Fleet, Users(play).Count(server => server.Version == "v1"));
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void BackAgainItReplacesTheOtherWayRound()
    {
        var play = Start(1, 0).Pass(60);
        Assert.Contains(Users(play), server => server.Version == "good");
        play.Do("roll-back", "rollout").Pass(300);

        Assert.Equal(RolloutStatus.Idle, play.World.Rollouts[0].Status);
        Assert.Equal(Fleet, Users(play).Length);
        Assert.All(Users(play), server => Assert.Equal("v1", server.Version));
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void WithNeitherItCannotMove()
    {
        var play = Shopped(shop => shop).Pass(1);
        Assert.Equal(
            "rollout-stands-still",
            play.Does("start-rollout", "rollout", ("version", "good"), ("strategy", "replace"), ("surge", "0")).Code);
    }

    private static double Takes(int surge)
    {
        var play = Start(surge, 0);
        while (play.World.Rollouts[0].Status == RolloutStatus.Running) play.Pass(1);
        return play.World.NowNs;
    }

    private static Play Start(int surge, int unavailable, Func<Scenario, Scenario>? change = null) =>
        Shopped(change ?? (shop => shop)).Pass(1).Do(
            "start-rollout", "rollout", ("version", "good"), ("strategy", "replace"), ("bake", "5"),
            ("surge", $"{surge}"), ("unavailable", $"{unavailable}")).Pass(0.25);

    private static Play Shopped(Func<Scenario, Scenario> change)
    {
        var shop = Shop.Of(60, Fleet) with { Releases = [Shop.Release("good", 1, 0)] };
        return new Play(change(shop with { Balancer = shop.Balancer! with { EndpointLagNs = 0 } }));
    }

    private static ServerState[] Users(Play play) =>
        [.. play.World.Servers.Where(server => server is { TakesUsers: true, LeavingNs: 0 })];

    private static int Staying(Play play) => Users(play).Length;

    private static int Available(Play play) => Users(play).Count(server =>
        server.Lifecycle == Lifecycle.Running
        && play.World.Balancers[0].Targets.Any(target =>
            target is { Attachment: Attachment.Attached, Health: TargetHealth.Healthy, Ready: true }
            && target.Server == server.Id));
}
