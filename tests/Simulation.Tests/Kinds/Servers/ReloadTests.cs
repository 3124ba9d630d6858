using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Kinds.Servers;

/// <summary>A graceful reload: new processes take everything new, old ones end one by one with what they hold.</summary>
public sealed class ReloadTests
{
    /// <summary>Of one process: 100 MiB and 10 threads of 1 MiB.</summary>
    private const double ProcessMiB = 110;

    [Fact]
    public void AReloadCutsNoRequestAndARestartCutsExactlyThoseInFlight()
    {
        var scenario = Estates.Station(50, Estates.Exp(200), cores: 100);
        var (reloaded, restarted, twin) = (new Play(scenario), new Play(scenario), new Play(scenario));
        reloaded.Pass(10).Do("reload", "station").Pass(0.25);
        restarted.Pass(10).Do("restart-server", "station").Pass(0.25);
        twin.Pass(10.25);

        var inFlight = twin.Telemetry("station").Outstanding;
        Assert.InRange(inFlight, 5, 20);
        Assert.Equal(inFlight, restarted.Station("station/app").Lost[Cause.Cut]);

        reloaded.Pass(20);
        twin.Pass(20);
        Assert.Contains("server-reloaded", reloaded.Codes);
        Assert.Equal(0, reloaded.Failed);
        Assert.Equal(twin.Station("station/app"), reloaded.Station("station/app"));
    }

    [Fact]
    public void ThoseWhoWaitForAThreadAreTakenByTheNewProcesses()
    {
        var scenario = Long(rate: 10, processes: 1, threads: 2);
        var play = new Play(scenario).Pass(10);
        var waiting = play.Telemetry("station").Roles[0].Queue;
        Assert.True(waiting > 50);

        play.Do("change-threads", "station", ("processes", "1"), ("threads", "1000")).Pass(2.5);

        Assert.Equal(0, play.Telemetry("station").Roles[0].Queue);
        Assert.Equal([2], play.Telemetry("station").Others[0].Busy);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void EveryGenerationThatHoldsRequestsKeepsItsMemory()
    {
        var play = new Play(Long(rate: 20, processes: 2, threads: 10)).Pass(10);
        for (var generations = 1; generations <= 5; generations++)
        {
            Assert.Equal(generations * 2 * ProcessMiB, play.Telemetry("station").MemoryMiB);
            Assert.Equal(generations - 1, play.Telemetry("station").Others.Length);
            play.Do("reload", "station").Pass(10);
        }

        Assert.All(play.Telemetry("station").Others, old => Assert.Equal([10, 10], old.Busy));
    }

    [Fact]
    public void AnOldProcessEndsWithItsLastRequest()
    {
        // one request a second on average, each for exactly 4 s: every process holds some, none for long
        var play = new Play(Long(rate: 2, processes: 2, threads: 10, seconds: 4)).Pass(10).Do("reload", "station").Pass(2.25);
        Assert.NotEmpty(play.Telemetry("station").Others);

        play.Pass(4);

        Assert.Empty(play.Telemetry("station").Others);
        Assert.Equal(2 * ProcessMiB, play.Telemetry("station").MemoryMiB);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void TheWorkerShutdownTimeoutCutsWhatIsLeftToTheNanosecond()
    {
        var scenario = Long(rate: 1, processes: 1, threads: 100);
        var play = new Play(scenario, traces: true).Pass(10).Do("reload", "station", ("shutdown", "3.123456789")).Pass(2.5);
        var old = play.Telemetry("station").Others.Single().Busy.Single();
        // ordered in the tick that ends at 10.25 s, done two seconds later, at the end of its tick
        var doneNs = Estates.Seconds(12.25);

        play.Pass(5);

        var cut = play.Traces.Where(trace => trace.Cause == Cause.Cut).ToArray();
        Assert.True(old > 5);
        Assert.Equal(old, cut.Length);
        Assert.All(cut, trace => Assert.Equal(doneNs + 3_123_456_789, trace.EndNs));
        Assert.Empty(play.Telemetry("station").Others);
    }

    [Fact]
    public void TheScenariosShutdownTimeoutHoldsWhereTheCommandNamesNone()
    {
        var scenario = Long(rate: 1, processes: 1, threads: 100);
        scenario = scenario with { Operations = scenario.Operations with { ShutdownNs = Estates.Seconds(1) } };
        var play = new Play(scenario).Pass(10).Do("reload", "station").Pass(2.5);
        Assert.NotEmpty(play.Telemetry("station").Others);

        play.Pass(1);

        Assert.Empty(play.Telemetry("station").Others);
        Assert.True(play.Station("station/app").Lost[Cause.Cut] > 5);
    }

    [Fact]
    public void TheSeventeenthGenerationIsRefused()
    {
        var play = new Play(Long(rate: 20, processes: 1, threads: 10)).Pass(5);
        for (var reload = 1; reload < Limits.Generations; reload++) play.Do("reload", "station").Pass(3);
        Assert.DoesNotContain("generations-full", play.Codes);
        Assert.Equal(Limits.Generations - 1, play.Telemetry("station").Others.Length);

        play.Do("reload", "station").Pass(3);

        Assert.Contains("generations-full", play.Codes);
        Assert.Equal(Limits.Generations * ProcessMiB, play.Telemetry("station").MemoryMiB);
    }

    [Fact]
    public void ARestartEndsEveryGeneration()
    {
        var play = new Play(Long(rate: 20, processes: 2, threads: 10)).Pass(5).Do("reload", "station").Pass(5);
        Assert.Single(play.Telemetry("station").Others);

        play.Do("restart-server", "station").Pass(1);

        Assert.Empty(play.Telemetry("station").Others);
    }

    /// <summary>Requests that stay for a long time, on as many cores as they want.</summary>
    private static Scenario Long(double rate, int processes, int threads, double seconds = 3600)
    {
        var station = Estates.Station(rate, Estates.Fixed(seconds * 1000), cores: 256);
        return station with
        {
            Servers = [station.Servers[0] with { Roles = [new RoleSpec(Role.App, processes, threads, 10_000, 100, 1)] }],
        };
    }
}
