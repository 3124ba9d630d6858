using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 32. A release makes other pages, and the edge goes on answering with those it remembers: every server is new, every
/// answer quick, and most of them wrong.
/// </summary>
public sealed class OldPagesTests
{
    [Fact]
    public void AfterAReleaseTheEdgeServesThePagesOfBefore()
    {
        var play = Released();
        var seen = play.Watch(30);

        Assert.All(play.World.Servers, server => Assert.True(server.Version == "v2" || server.Id == "db-1"));
        Assert.True(seen.FailureShare > 0.9, $"{seen.FailureShare}");
        Assert.Equal(seen.Failures, seen.Failed(Cause.Stale));
    }

    [Fact]
    public void FlushingTheEdgeCures()
    {
        var play = Released().Do("flush-cache", "edge").Pass(2);

        Assert.Equal(0, play.Watch(30).Failures);
    }

    [Fact]
    public void MoreServersAndAShorterTtlDoNotHelp()
    {
        // entries keep the time they were given
        var shorter = Released().Do("set-ttl", "edge", ("seconds", "5")).Pass(20).Watch(30);
        var larger = Released().Buy(2).Pass(60).Watch(30);

        Assert.True(shorter.FailureShare > 0.9);
        Assert.True(larger.FailureShare > 0.9);
    }

    [Fact]
    public void AReleaseWithThePagesOfBeforeHurtsNobody() => Assert.Equal(0, Released(newPages: false).Watch(30).Failures);

    [Fact]
    public void FlushedBeforeTheLastServerIsNewTheEdgeRemembersOldPagesAgain()
    {
        var play = new Play(Cached(newPages: true)).Pass(30).Do("start-rollout", "rollout", Rollout).Pass(8)
            .Do("flush-cache", "edge").Pass(60);

        Assert.True(play.Watch(30).FailureShare > 0.3);
    }

    private static (string, string)[] Rollout => [("version", "v2"), ("strategy", "rolling")];

    /// <summary>Fifty pages that the edge may keep for ten minutes.</summary>
    private static Scenario Cached(bool newPages) => Shop.Of(60).Asked(users => users with
    {
        EdgeCacheable = true, Keys = 50,
    }) with
    {
        Edge = Entry.Edge(100, 600),
        Releases = [Shop.Release("v2", 1, 0) with { NewPages = newPages }],
    };

    private static Play Released(bool newPages = true) =>
        new Play(Cached(newPages)).Pass(30).Do("start-rollout", "rollout", Rollout).Pass(90);
}
