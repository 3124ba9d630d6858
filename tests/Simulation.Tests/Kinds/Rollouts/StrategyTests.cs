using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Rollouts;

/// <summary>Each strategy's way, step by step, on four servers; and back again.</summary>
public sealed class StrategyTests
{
    public static TheoryData<string> Strategies => ["in-place", "rolling", "canary", "recreate", "blue-green", "in-server"];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void EveryStrategyReachesEveryServer(string strategy)
    {
        var play = Start(strategy).Pass(240);
        var rollout = play.World.Rollouts[0];
        Assert.Equal((RolloutStatus.Done, RolloutStep.None), (rollout.Status, rollout.Step));
        Assert.Equal(4, Fleet(play).Length);
        Assert.All(Fleet(play), server => Assert.Equal(("good", Lifecycle.Running), (server.Version, server.Lifecycle)));
        Assert.DoesNotContain("rollout-skipped", play.Codes);
    }

    [Theory]
    [InlineData("in-place")]
    [InlineData("rolling")]
    [InlineData("canary")]
    [InlineData("blue-green")]
    [InlineData("in-server")]
    public void WhenCalmOnlyRecreateFailsRequests(string strategy) => Assert.Equal(0, Start(strategy).Pass(240).Failed);

    [Fact]
    public void RecreateFailsEverybodyWhileNobodyServes()
    {
        var seen = Start("recreate").Watch(240);
        // install 10 s, start 5 s, and until the checks agree again: at 120 requests a second
        Assert.InRange(seen.Failures, 120 * 15, 120 * 30);
    }

    [Theory]
    [InlineData("in-place", 2)]
    [InlineData("rolling", 3)]
    [InlineData("canary", 2)]
    [InlineData("recreate", 0)]
    [InlineData("blue-green", 4)]
    [InlineData("in-server", 4)]
    public void EachStrategyLeavesItsNumberOfServers(string strategy, int least) =>
        Assert.Equal(least, Start(strategy).Watch(240).HealthyLeast);

    [Fact]
    public void ACanaryIsOneServerFirst()
    {
        var play = Start("canary", ("bake", "30"));
        play.Pass(40);
        Assert.Equal(["app-1"], Fleet(play).Where(server => server.Version == "good").Select(server => server.Id));
        Assert.Equal(RolloutStep.Bake, play.World.Rollouts[0].Step);
    }

    [Fact]
    public void BlueGreenByStepsMovesTheTrafficByItsShares()
    {
        var play = Start("blue-green", ("shift", "steps"), ("bake", "60"));
        var shares = new Dictionary<int, double>();
        for (var second = 0; second < 300; second++)
        {
            var seen = play.Watch(1);
            var rollout = play.World.Rollouts[0];
            if (rollout.Step != RolloutStep.Shift || play.World.NowNs < rollout.StepStartedNs + Estates.Seconds(3)) continue;
            var green = rollout.Batch.Sum(seen.ShareOf);
            shares[rollout.Share] = shares.TryGetValue(rollout.Share, out var sum) ? (sum + green) / 2 : green;
        }

        Assert.Equal([10, 50], shares.Keys.Order());
        Assert.InRange(shares[10], 0.08, 0.12);
        Assert.InRange(shares[50], 0.46, 0.54);
        Assert.Equal(0, play.Failed);
        Assert.Equal(RolloutStatus.Done, play.World.Rollouts[0].Status);
    }

    [Fact]
    public void APausedRolloutStandsStillUntilItIsResumed()
    {
        var play = Start("in-place", ("bake", "30")).Pass(40).Do("pause-rollout", "rollout").Pass(120);
        Assert.Equal((RolloutStatus.Paused, RolloutStep.Bake), (play.World.Rollouts[0].Status, play.World.Rollouts[0].Step));
        Assert.Equal(2, Fleet(play).Count(server => server.Version == "good"));
        play.Do("resume-rollout", "rollout").Pass(120);
        Assert.Equal(RolloutStatus.Done, play.World.Rollouts[0].Status);
        Assert.Equal(0, play.Failed);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void EveryStrategyRollsBackFromTheMiddle(string strategy)
    {
        var play = Start(strategy, ("bake", "60")).Pass(45).Do("roll-back", "rollout").Pass(200);
        Assert.Equal(RolloutStatus.Idle, play.World.Rollouts[0].Status);
        Assert.Equal(4, Fleet(play).Length);
        Assert.All(Fleet(play), server => Assert.Equal(("v1", Lifecycle.Running), (server.Version, server.Lifecycle)));
        Assert.All(Fleet(play), server => Assert.Equal(Attachment.Attached, play.Target(server.Id).Attachment));
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void EveryStrategyRollsBackAfterItsEnd(string strategy)
    {
        var play = Start(strategy).Pass(240).Do("roll-back", "rollout").Pass(300);
        Assert.Equal(RolloutStatus.Idle, play.World.Rollouts[0].Status);
        Assert.Equal(4, Fleet(play).Length);
        Assert.All(Fleet(play), server => Assert.Equal(("v1", Lifecycle.Running), (server.Version, server.Lifecycle)));
    }

    [Fact]
    public void AKeptOldGroupTakesOverAtOnce()
    {
        var play = Start("blue-green", ("old", "keep")).Pass(120);
        Assert.Equal((RolloutStatus.Done, 8), (play.World.Rollouts[0].Status, Fleet(play).Length));
        play.Do("roll-back", "rollout").Pass(2);
        var seen = play.Watch(2);
        Assert.Equal(1, seen.ShareOf("app-1") + seen.ShareOf("app-2") + seen.ShareOf("app-3") + seen.ShareOf("app-4"), 9);
    }

    [Fact]
    public void AReleaseIsDeliveredAlthoughTheOldGroupIsKept()
    {
        Assert.Contains(
            Start("blue-green", ("old", "keep")).Pass(120).World.Last.Score.Lines, line => line.Code == "score-delivered");
        Assert.Contains(
            Start("canary", ("bake", "200")).Pass(120).World.Last.Score.Lines, line => line.Code == "score-not-delivered");
    }

    [Theory]
    [InlineData("in-place")]
    [InlineData("rolling")]
    [InlineData("canary")]
    [InlineData("blue-green")]
    [InlineData("recreate")]
    [InlineData("in-server")]
    public void TheGateRollsABadReleaseBackByItself(string strategy)
    {
        var play = Start(strategy, "bad", ("bake", "20"), ("maxErrors", "0.05")).Pass(300);
        Assert.Contains("rollout-gate", play.Codes);
        Assert.Equal(RolloutStatus.Idle, play.World.Rollouts[0].Status);
        Assert.All(Fleet(play), server => Assert.Equal("v1", server.Version));
    }

    [Fact]
    public void TheGateSeesSlownessToo()
    {
        var play = Start("in-place", "slow", ("bake", "20"), ("maxLatency", "0.3")).Pass(300);
        Assert.Contains("rollout-gate", play.Codes);
        Assert.All(Fleet(play), server => Assert.Equal("v1", server.Version));
    }

    [Fact]
    public void WithoutAGateABadReleaseGoesEverywhere()
    {
        var play = Start("in-place", "bad", ("bake", "20")).Pass(300);
        Assert.DoesNotContain("rollout-gate", play.Codes);
        Assert.All(Fleet(play), server => Assert.Equal("bad", server.Version));
    }

    [Fact]
    public void AnImpossibleStrategyIsRefusedWithAnAlternative()
    {
        Assert.Contains("rollout-no-room",
            Started(Calm() with { Racks = [new RackSpec("rack-a", 4), new RackSpec("rack-b", 3)] }, "blue-green").Pass(2).Codes);
        Assert.Contains("rollout-no-balancer", Started(Calm() with { Balancer = null }, "blue-green").Pass(2).Codes);
        var apps = Calm().Built(server => server.Id == "db-1" ? server : server with { Roles = [server.Roles[1]] });
        Assert.Contains("rollout-no-proxy", Started(apps.Asked(users => users with { Web = null }), "in-server").Pass(2).Codes);
        Assert.Contains("rollout-not-paused", new Play(Calm()).Do("resume-rollout", "rollout").Pass(1).Codes);
        Assert.Contains("rollout-not-running", new Play(Calm()).Do("pause-rollout", "rollout").Pass(1).Codes);
    }

    internal static ServerState[] Fleet(Play play) =>
        [.. play.World.Servers.Where(
            server => server.Lifecycle != Lifecycle.Stopped && server.Roles.Any(role => role.Role != Role.Db))];

    private static Play Start(string strategy, params (string Name, string Value)[] options) => Start(strategy, "good", options);

    private static Play Start(string strategy, string version, params (string Name, string Value)[] options) =>
        Started(Calm(), strategy, version, options);

    private static Play Started(
        Scenario scenario, string strategy, string version = "good", params (string Name, string Value)[] options)
    {
        var play = new Play(scenario).Pass(10);
        (string, string)[] usual = [("version", version), ("strategy", strategy), ("drain", "5"), ("bake", "5")];
        return play.Do(
            "start-rollout", "rollout", [.. usual.Where(one => !options.Any(other => other.Name == one.Item1)), .. options]);
    }

    private static Scenario Calm() => Shop.Of(120, servers: 4) with
    {
        Operations = new OperationsSpec(Estates.Seconds(20), Estates.Seconds(5), Estates.Seconds(2), Estates.Seconds(10)),
        Releases = [Shop.Release("good", 1, 0), Shop.Release("bad", 1, 0.5), Shop.Release("slow", 3, 0)],
    };
}
