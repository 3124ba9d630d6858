using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 18, incompatible: old and new version write the same data in ways the other cannot read.</summary>
public sealed class MixedVersionsTests
{
    [Fact]
    public void WhileBothVersionsServeAnswersAreWrongAndChecksPass()
    {
        var seen = Rolling(coexists: false).Watch(60);

        Assert.True(seen.Failed(Cause.Corrupt) > 500);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Corrupt));
    }

    [Fact]
    public void OnceTheNewVersionIsEverywhereTheDataIsMigrated() =>
        Assert.Equal(0, Rolling(coexists: false).Pass(120).Watch(60).Failures);

    [Fact]
    public void RollingIsWorseStill()
    {
        var half = Rolling(coexists: false).Pass(200).Failed;
        var rolling = Rolling(coexists: false, servers: 4, fraction: "0.25").Pass(300).Failed;

        Assert.True(rolling > half);
    }

    [Fact]
    public void SwitchingEveryServerAtOnceWithARestartMixesNothing()
    {
        var play = Beside(120);
        foreach (var server in new[] { "app-1", "app-2" }) play.Do("switch-port", server, ("how", "restart"));
        var seen = play.Watch(60);

        Assert.Equal(0, seen.Failed(Cause.Corrupt));
        // the price
        Assert.InRange(seen.Failed(Cause.Cut), 1, 10);
        Assert.InRange(seen.Failures, 500, 700);
        Assert.All(play.World.Servers.Where(server => server.Id != "db-1"), server => Assert.Equal("v2", server.Version));
    }

    [Fact]
    public void SwitchingWithAReloadMixesOnlyRequestsInFlight()
    {
        // slow work on few rows: writes of the old version are under way when the new one begins to serve
        var play = Beside(20, users => users with { WriteShare = 0.2, Keys = 5, Db = Estates.Exp(500), PatienceNs = 0 });
        foreach (var server in new[] { "app-1", "app-2" }) play.Do("switch-port", server);
        var seen = play.Watch(60);

        Assert.InRange(seen.Failed(Cause.Corrupt), 1, 20);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Corrupt));
    }

    [Fact]
    public void CompatibleVersionsMayMix() => Assert.Equal(0, Rolling(coexists: true).Pass(10).Watch(120).Failures);

    private static Play Rolling(bool coexists, int servers = 2, string fraction = "0.5") =>
        new Play(Estate(coexists, servers)).Pass(10)
            .Do("start-rollout", "rollout", ("version", "v2"), ("fraction", fraction), ("drain", "5"), ("bake", "30")).Pass(15);

    private static Play Beside(double rate = 60, Func<ClassSpec, ClassSpec>? asked = null)
    {
        var play = new Play(Estate(coexists: false, servers: 2, rate).Asked(asked ?? (users => users))).Pass(10);
        foreach (var server in new[] { "app-1", "app-2" }) play.Do("install-beside", server, ("version", "v2"));
        return play.Pass(30);
    }

    private static Scenario Estate(bool coexists, int servers, double rate = 60) =>
        Shop.Of(rate, servers).Asked(users => users with { WriteShare = 0.3, Keys = 20 }) with
        {
            Releases = [Shop.Release("v2", 1, 0) with { Coexists = coexists }],
        };
}
