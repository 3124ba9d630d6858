using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// A process that has just started works slowly. What that costs has a closed form: over its first n requests, of work s and at
/// first f times as long, s (f − 1)(n + 1)/2 more; over a time T at λ requests a second λ s T (f − 1)/2 more.
/// </summary>
public sealed class ColdStartTests
{
    private const double WorkMs = 5;

    /// <summary>What a process may be in the middle of when it is measured: one piece of work.</summary>
    private const double Cut = 5 * WorkMs / 1000;

    [Theory]
    [InlineData(1, 5, 200)]
    [InlineData(3, 5, 200)]
    [InlineData(2, 2, 1)]
    public void TheFirstRequestsOfAProcessCostWhatTheSumSays(int processes, double factor, int requests)
    {
        var extra = Extra(new ColdStart(factor, requests, 0), processes, reload: true);

        var expected = processes * WorkMs / 1000 * (factor - 1) * (requests + 1) / 2;
        Assert.InRange(extra, expected - Cut, expected + Cut);
    }

    [Fact]
    public void WhatRunsAtTheStartIsWarm() =>
        Assert.InRange(Extra(new ColdStart(5, 200, 0), processes: 2, reload: false), -Cut, Cut);

    [Fact]
    public void WithoutAColdStartAReloadCostsNothing() => Assert.InRange(Extra(null, processes: 2, reload: true), -Cut, Cut);

    [Fact]
    public void OverATimeItCostsWhatTheIntegralSays()
    {
        const int Seeds = 40;
        const double Rate = 20, Factor = 3, For = 30, Work = 0.001;
        var sum = 0.0;
        for (var seed = 1ul; seed <= Seeds; seed++)
        {
            var station = Of(Estates.Station(Rate, Estates.Fixed(1000 * Work), cores: 8), new ColdStart(Factor, 0, Secs(For)), 1);
            var play = new Play(station, seed).Do("reload", "station").Pass(2.5);
            play.World.ResetMeters();
            play.Pass(For + 10);
            var report = play.Station("station/app");
            sum += report.Utilisation * 8 * (For + 10) - report.Completed * Work;
        }

        // the engine's clock of the meters begins a quarter second after the reload
        var cold = For - 0.25;
        var mean = Rate * Work * (Factor - 1) * cold * cold / (2 * For);
        var deviation = Math.Sqrt(Rate * cold * cold * cold / (3 * For * For)) * Work * (Factor - 1);
        // 99.9 % of a normal mean over the seeds, and the last piece of work of each
        var halfWidth = 3.29 * deviation / Math.Sqrt(Seeds) + Work;
        TestContext.Current.TestOutputHelper?.WriteLine($"{sum / Seeds:g5} ± {halfWidth:g3} s, in theory {mean:g5} s");
        Assert.True(halfWidth < 0.03 * mean);
        Assert.InRange(sum / Seeds, mean - halfWidth, mean + halfWidth);
    }

    [Fact]
    public void TheInspectorSeesItGetWarm()
    {
        var play = new Play(Of(Estates.Station(20, Estates.Fixed(1), cores: 8), new ColdStart(5, 0, Secs(20)), 2));
        Assert.Equal(1, play.Pass(1).Telemetry("station").Roles[0].Cold);
        // two seconds until the reload, then half of its time
        Assert.InRange(play.Do("reload", "station").Pass(12.25).Telemetry("station").Roles[0].Cold, 2.9, 3.1);
        Assert.Equal(1, play.Pass(11).Telemetry("station").Roles[0].Cold);
    }

    [Fact]
    public void AProcessThatIsKilledIsColdAgainAndTheOthersAreNot()
    {
        var play = new Play(Of(Estates.Station(20, Estates.Fixed(1), cores: 8), new ColdStart(9, 0, Secs(20)), 2));
        play.Do("kill-process", "station", ("process", "1")).Pass(15.25);
        // five seconds it was down; of two processes one is half way to warm
        Assert.InRange(play.Telemetry("station").Roles[0].Cold, 2.9, 3.1);
    }

    [Fact]
    public void ChecksDoNotWarm()
    {
        var farm = Estates.Farm(1, Algorithm.RoundRobin, load: 0.00001);
        farm = Of(farm, new ColdStart(5, 100, 0), 1);
        var play = new Play(farm with
        {
            Balancer = farm.Balancer! with { Check = Shop.Check(CheckPath.Shallow, 1, interval: 2) },
        }).Do("reload", "app-1").Pass(120);

        Assert.True(play.Telemetry("app-1").Roles[0].Cold > 4.8);
    }

    [Fact]
    public void ARequestToAColdProcessAllocatesNothing()
    {
        const int Requests = 100_000;
        var whole = Estates.Whole();
        var plane = new DataPlane(Of(whole, new ColdStart(3, 10_000_000, 0), null) with { Traffic = [] }, 1, sampleTraces: false);
        plane.RunRequests(Requests);
        var before = GC.GetAllocatedBytesForCurrentThread();
        plane.RunRequests(Requests);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Requests, 0, 0.1);
    }

    /// <summary>Core-seconds that were spent beyond what warm processes need.</summary>
    private static double Extra(ColdStart? cold, int processes, bool reload)
    {
        var play = new Play(Of(Estates.Station(60, Estates.Fixed(WorkMs), cores: 8, threads: 4), cold, processes));
        if (reload) play.Do("reload", "station");
        const double Seconds = 120;
        // the first event after the reset is the reload itself
        play.Pass(2);
        play.World.ResetMeters();
        play.Pass(Seconds);
        var report = play.Station("station/app");
        Assert.True(report.Completed > 2 * processes * (cold?.Requests ?? 1));
        return report.Utilisation * 8 * Seconds - report.Completed * WorkMs / 1000;
    }

    private static Scenario Of(Scenario scenario, ColdStart? cold, int? processes) => scenario with
    {
        Servers =
        [
            .. scenario.Servers.Select(server => server with
            {
                Roles =
                [
                    .. server.Roles.Select(role => role.Role == Role.Db
                        ? role
                        : role with { Cold = cold, Processes = processes ?? role.Processes }),
                ],
            }),
        ],
    };

    private static long Secs(double seconds) => Estates.Seconds(seconds);
}
