using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>One process of several: what it holds is lost with it, and nothing else.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("kill-process", "process-killing")]
    [InlineData("process-crash", "process-crashed")]
    public void OnlyWhatTheProcessHoldsIsLostAndItsSupervisorStartsItAgain(string action, string told)
    {
        var (play, twin) = (new Play(Four()), new Play(Four()));
        twin.Pass(10.25);
        play.Pass(10).Do(action, "station", ("role", "app"), ("process", "3")).Pass(0.25);

        var held = twin.Telemetry("station").Roles[0].Busy;
        Assert.True(held[2] > 3);
        Assert.Contains(told, play.Codes);
        Assert.Equal(held[2], play.Station("station/app").Lost[Cause.Cut]);
        Assert.Equal([held[0], held[1], 0, held[3]], play.Telemetry("station").Roles[0].Busy);
        Assert.Equal(3 * 150, play.Telemetry("station").MemoryMiB);

        // restart time 5 s
        play.Pass(4.75);
        Assert.Equal(0, play.Telemetry("station").Roles[0].Busy[2]);
        play.Pass(1);
        Assert.True(play.Telemetry("station").Roles[0].Busy[2] > 0);
        Assert.Equal(4 * 150, play.Telemetry("station").MemoryMiB);
        Assert.Equal(held[2], play.Failed);
    }

    [Fact]
    public void AMissingOrDeadProcessCannotBeKilled()
    {
        var play = new Play(Four()).Pass(1)
            .Do("kill-process", "station", ("process", "5"))
            .Do("kill-process", "station", ("role", "web"))
            .Do("kill-process", "station", ("process", "1")).Do("kill-process", "station", ("process", "1")).Pass(1);

        Assert.Equal(["process-missing", "role-missing", "process-killing", "process-down-already"], play.Codes);
    }

    [Fact]
    public void AProcessOverItsOwnLimitIsKilledWhileTheServerHasMemoryLeft()
    {
        // 150 MiB each; 1 MiB leaks with every request: the limit of 170 MiB is passed after 20 requests
        var scenario = Four(limitMiB: 170) with
        {
            Releases = [new ReleaseSpec("v1", new LocalText("", ""), 1, 1, 1, 0, 0, 1, LeakKiB: 1024)],
        };
        var play = new Play(scenario).Pass(10);

        var killed = play.Events.Where(told => told.Code == "process-over-limit").ToArray();
        Assert.Equal(4, killed.Select(told => told.Args[2]).Distinct().Count());
        Assert.True(play.Telemetry("station").MemoryMiB < 4 * 190);
        Assert.DoesNotContain("process-killed", play.Codes);
    }

    private static Scenario Four(int limitMiB = 0)
    {
        var station = Estates.Station(100, Estates.Exp(200), cores: 100);
        return station with
        {
            Servers = [station.Servers[0] with { Roles = [new RoleSpec(Role.App, 4, 50, 10_000, 100, 1, LimitMiB: limitMiB)] }],
        };
    }
}
