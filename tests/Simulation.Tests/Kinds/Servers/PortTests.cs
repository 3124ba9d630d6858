using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>Versions beside each other on one server: install beside, switch the proxy's port, stop the old one.</summary>
public sealed class PortTests
{
    private const string Shop1 = "app-1";

    /// <summary>Two processes of 200 MiB with 16 threads of 2 MiB.</summary>
    private const double AppMiB = 2 * (200 + 16 * 2);

    [Fact]
    public void InstallingBesideTakesTimeAndMemoryButNoRequests()
    {
        var play = Of(60).Pass(5);
        var memory = play.Telemetry(Shop1).MemoryMiB;

        // install 10 s, start 5 s
        play.Do("install-beside", Shop1, ("version", "v2")).Pass(10);
        Assert.Equal([PortStage.Serving, PortStage.Installing], Stages(play));
        Assert.Equal(memory, play.Telemetry(Shop1).MemoryMiB);
        play.Pass(0.5);
        Assert.Equal([PortStage.Serving, PortStage.Starting], Stages(play));
        Assert.Equal(memory + AppMiB, play.Telemetry(Shop1).MemoryMiB);
        play.Pass(5);
        Assert.Equal([PortStage.Serving, PortStage.Ready], Stages(play));

        Assert.Equal("v1", play.Server(Shop1).Version);
        Assert.Equal([0, 0], play.Telemetry(Shop1).Others.Single().Busy);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void SwitchedWithAReloadNobodyIsCutAndTheOldOneFinishesWhatItHas()
    {
        var play = Ready(60).Do("switch-port", Shop1).Pass(3);

        Assert.Equal("v2", play.Server(Shop1).Version);
        Assert.Equal([PortStage.Ready, PortStage.Serving], Stages(play));
        play.Pass(5).Do("stop-port", Shop1).Pass(1);
        Assert.Equal([PortStage.Empty, PortStage.Serving], Stages(play));
        Assert.Empty(play.Telemetry(Shop1).Others);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void SwitchedWithARestartExactlyWhatIsUnderWayIsCutAndNothingListensMeanwhile()
    {
        var (play, twin) = (Ready(60), Ready(60).Pass(0.25));
        play.Do("switch-port", Shop1, ("how", "restart")).Pass(0.25);

        var underWay = twin.Telemetry(Shop1).Roles.First(role => role.Role == Role.Web).Busy.Sum();
        Assert.True(underWay > 0);
        Assert.Equal(underWay, play.Station($"{Shop1}/web").Lost[Cause.Cut]);
        play.Pass(4.75);
        Assert.Equal("v1", play.Server(Shop1).Version);
        var refused = play.Station($"{Shop1}/web").Lost[Cause.Refused];
        Assert.True(refused > 200);

        play.Pass(1);
        Assert.Equal("v2", play.Server(Shop1).Version);
        refused = play.Station($"{Shop1}/web").Lost[Cause.Refused];
        play.Pass(5);
        Assert.Equal(refused, play.Station($"{Shop1}/web").Lost[Cause.Refused]);
        Assert.True(play.Telemetry(Shop1).Roles[1].Completed > 30);
    }

    [Fact]
    public void WhatIsUnderWayKeepsTheVersionItWasStartedOnAndWhatIsNewGetsTheNewOne()
    {
        // every request of v2 fails; requests take exactly 2 s, the switch happens between two of them and their answers
        var scenario = Single(20, Estates.Fixed(2000), cores: 256) with { Releases = [Shop.Release("v2", 1, errorRate: 1)] };
        var play = Ready(scenario).Do("switch-port", Shop1).Pass(2.25);
        var old = play.Telemetry(Shop1).Others.Single(other => other is { Role: Role.App, Version: "v1" }).Busy.Sum();
        Assert.InRange(old, 20, 60);

        play.Pass(1.5);
        Assert.Equal(0, play.Failed);
        play.Pass(5);
        Assert.True(play.Failed > 50);
        Assert.Equal([0, 0], play.Telemetry(Shop1).Others.Single(other => other.Role == Role.App).Busy);
    }

    [Fact]
    public void LongRequestsPinTheOldProcessesUntilTheShutdownTimeout()
    {
        var scenario = Single(2, Estates.Fixed(600_000), cores: 256);
        var play = Ready(scenario).Do("switch-port", Shop1).Pass(3).Do("stop-port", Shop1, ("shutdown", "20")).Pass(19.75);
        Assert.Equal(PortStage.Stopping, Stages(play)[0]);
        var held = play.Telemetry(Shop1).Others.Single(other => other is { Role: Role.App, Retired: true }).Busy.Sum();
        Assert.True(held > 10);

        play.Pass(1);

        Assert.Equal(PortStage.Empty, Stages(play)[0]);
        Assert.Equal(held, play.Station($"{Shop1}/app").Lost[Cause.Cut]);
    }

    [Fact]
    public void AStoppedPortRefusesWhatTheOldProxyStillHandsOn()
    {
        // a second at the proxy before the application is asked: those come to a port that is gone
        var scenario = Single(20, Estates.Fixed(10), cores: 64).Asked(users => users with { Web = Estates.Fixed(1000) });
        var play = Ready(scenario).Do("switch-port", Shop1).Pass(2.25).Do("stop-port", Shop1).Pass(3);

        Assert.InRange(play.Station($"{Shop1}/app").Lost[Cause.Refused], 10, 40);
    }

    [Fact]
    public void ARestartOfTheServerStartsOnlyWhatServes()
    {
        var play = Ready(60).Do("restart-server", Shop1).Pass(6);

        Assert.Equal([PortStage.Serving, PortStage.Empty], Stages(play));
        Assert.Empty(play.Telemetry(Shop1).Others);
        Assert.Equal("v1", play.Server(Shop1).Version);
    }

    [Fact]
    public void StepsOutOfOrderAreRefused()
    {
        var play = Of(10)
            .Do("switch-port", Shop1).Do("stop-port", Shop1).Do("install-beside", Shop1, ("version", "v9"))
            .Do("install-beside", "db-1", ("version", "v2")).Pass(1)
            .Do("install-beside", Shop1, ("version", "v2")).Do("install-beside", Shop1, ("version", "v2"))
            .Do("switch-port", Shop1).Pass(20)
            .Do("switch-port", Shop1).Do("switch-port", Shop1).Do("stop-port", Shop1).Do("reload", Shop1).Pass(1);

        Assert.Equal(
            [
                "port-not-ready", "port-empty", "version-unknown", "role-missing",
                "port-installing", "port-taken", "port-not-ready", "port-ready",
                "port-switching-reload", "switch-pending", "switch-pending", "switch-pending",
            ],
            play.Codes.Where(code => !code.StartsWith("alert", StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutMemoryForASecondSetItIsRefusedAndWithoutAProxyThereIsNothingToSwitch()
    {
        var small = Single(10, Estates.Exp(10), cores: 4);
        var play = new Play(
            small with { Sizes = [.. small.Sizes.Select(size => size with { MemoryMiB = (int)(1124 + 2 * AppMiB - 1) })] });
        play.Do("install-beside", Shop1, ("version", "v2")).Pass(1);
        Assert.Contains("memory-short", play.Codes);
        Assert.Equal([PortStage.Serving, PortStage.Empty], Stages(play));

        var bare = Estates.Station(10, Estates.Exp(10));
        var naked = new Play(bare with { Releases = [Shop.Release("v2", 1, 0)] });
        naked.Do("install-beside", "station", ("version", "v2")).Pass(20).Do("switch-port", "station").Pass(1);
        Assert.Contains("no-proxy", naked.Codes);
    }

    private static PortStage[] Stages(Play play) => [.. play.Server(Shop1).Ports.Select(port => port.Stage)];

    private static Play Of(double rate) => new(Single(rate, Estates.Exp(40), cores: 4));

    private static Play Ready(double rate) => Ready(Single(rate, Estates.Exp(40), cores: 4));

    private static Play Ready(Scenario scenario)
    {
        var play = new Play(scenario).Pass(5).Do("install-beside", Shop1, ("version", "v2")).Pass(20);
        Assert.Equal(PortStage.Ready, Stages(play)[1]);
        return play;
    }

    private static Scenario Single(double rate, WorkSpec work, int cores)
    {
        var shop = Shop.Of(rate, servers: 1).Threaded(2, 16);
        if (cores > 64) shop = shop.Threaded(2, 1000);
        return shop with
        {
            Classes = [shop.Classes[0] with { App = work, Db = null, PatienceNs = 0 }],
            Sizes = [shop.Sizes[0] with { Cores = cores }, shop.Sizes[1]],
            Releases = [Shop.Release("v2", 1, 0)],
        };
    }
}
