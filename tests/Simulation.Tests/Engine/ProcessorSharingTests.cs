using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Cores sliced among threads, held against processor sharing (Kleinrock 1967, Cohen 1979): mean times do not depend on how work
/// is distributed, and a request's time is linear in its work.
/// </summary>
public sealed class ProcessorSharingTests
{
    private const double OfMean = 0.03;

    public static readonly TheoryData<string, double> Distributions = new(
        from work in new[] { "exponential", "fixed", "lognormal", "hyperexponential" }
        from load in new[] { 0.5, 0.7, 0.8 }
        select (work, load));

    [Theory]
    [MemberData(nameof(Distributions))]
    public void OneCoreTakesSOverOneMinusRhoWhateverTheDistribution(string work, double load) =>
        Shared(Sliced(work, load, cores: 1), load, cores: 1).MustHold();

    [Theory]
    [MemberData(nameof(Distributions))]
    public void ManyCoresTakeWhatErlangSaysWhateverTheDistribution(string work, double load) =>
        Shared(Sliced(work, load, cores: 4), load, cores: 4).MustHold();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.8)]
    public void ARequestsTimeIsLinearInItsWork(double load)
    {
        var (small, middle, large) = (0.25, 1.0, 4.0);
        var check = new Check(BatchMeans.Of(Mixed(small, middle, large, load), batch: 12 / (1 - load) / (1 - load)));
        foreach (var (id, workMs) in new[] { ("small", small), ("middle", middle), ("large", large) })
            check.Exactly(id, workMs / (1 - load), OfMean, report => report.Classes.First(row => row.Id == id).Latency.MeanMs);

        check.Exactly("utilisation", load, 0.02, report => report.Stations[0].Utilisation).Little().MustHold();
    }

    /// <summary>In order of arrival the mean depends on the distribution, and small requests wait for large ones.</summary>
    [Theory]
    [InlineData("fixed", 0.7)]
    [InlineData("lognormal", 0.7)]
    [InlineData("hyperexponential", 0.7)]
    public void AnEventLoopIsNotTakenForASlicedCore(string work, double load) =>
        Assert.Contains(
            Shared(InOrder(Sliced(work, load, cores: 1)), load, cores: 1).Wrong,
            line => line.StartsWith("mean sojourn", StringComparison.Ordinal)
                && line.Contains("misses", StringComparison.Ordinal));

    [Fact]
    public void APageNeedsNotWaitForReports()
    {
        // 4 cores, 64 threads, 76 % busy, nearly all of it with reports
        var station = Estates.Station(40, Estates.Fixed(1), cores: 4, threads: 64);
        var scenario = station with
        {
            Classes =
            [
                station.Classes[0] with { Id = "pages" },
                station.Classes[0] with { Id = "reports", RatePerSecond = 6, App = Estates.Fixed(500) },
            ],
        };

        var pages = Runs.Measure(scenario, 7_200).Classes[0].Latency;
        var queued = Runs.Measure(InOrder(scenario, processes: 4), 3_600).Classes[0].Latency;

        Runs.Near(Stretch(0.76, 4), pages.MeanMs, 0.05);
        Assert.InRange(pages.P99Ms, 2.5, 5);
        Assert.True(queued.MeanMs > 50 * pages.MeanMs, $"{queued.MeanMs} {pages.MeanMs}");
    }

    [Fact]
    public void MoreThreadsThanCoresAreSeenAsTheRunQueue()
    {
        var play = new Play(Estates.Station(10, Estates.Fixed(100_000), cores: 4, threads: 12)).Pass(30);

        Assert.Equal(8, play.Telemetry("station").RunQueue);
        Assert.Equal(1, play.Telemetry("station").CpuShare, 9);
    }

    /// <summary>Ten seconds of work; from 30 to 40 s it goes on at a tenth of its pace.</summary>
    [Theory]
    [InlineData(28.5, 19.0)]
    [InlineData(32.5, 16.75)]
    [InlineData(15, 10)]
    [InlineData(40, 10)]
    public void TenSecondsOfWorkTakeSoLong(double begun, double seconds) => Assert.Equal(seconds, TakesFrom(begun), 9);

    [Theory]
    [InlineData("server-slow", "station")]
    [InlineData("database-slow", "database")]
    public void WorkUnderWayChangesItsPaceWhenAFaultBeginsAndWhenItEnds(string fault, string target)
    {
        var station = Estates.Station(1, Estates.Fixed(fault == "server-slow" ? 10_000 : 0), cores: 256);
        var scenario = fault == "server-slow" ? station : Estates.WithDatabase(station, Estates.Fixed(10_000));
        var play = new Play(
            scenario with { Faults = [FaultSpec.Of(fault, target, Estates.Seconds(30), Estates.Seconds(10), ("amount", "10"))] },
            traces: true).Pass(70);

        var seen = play.Traces.Where(trace => trace.StartNs < Estates.Seconds(45)).ToList();
        Assert.True(seen.Count > 25, $"{seen.Count} requests");
        // a fault acts from the end of its tick on
        var tick = Nanoseconds.ToSeconds(Nanoseconds.PerTick);
        Assert.All(seen, trace => Assert.Equal(
            TakesFrom(trace.StartNs / 1e9 - tick), (trace.EndNs - trace.StartNs) / 1e9, 6));
    }

    private static double TakesFrom(double begun)
    {
        var (now, left) = (begun, 10.0);
        foreach (var (until, pace) in new[] { (30, 1.0), (40, 0.1) })
        {
            if (now >= until) continue;
            if (left <= (until - now) * pace) return now + left / pace - begun;
            left -= (until - now) * pace;
            now = until;
        }

        return now + left - begun;
    }

    private static double Stretch(double load, int cores) =>
        1 + Formulas.ErlangC(cores, cores * load) / (cores * (1 - load));

    private static Check Shared(Scenario scenario, double load, int cores) =>
        new Check(BatchMeans.Of(scenario, batch: 12 / (1 - load) / (1 - load)))
        .Exactly("mean sojourn", Stretch(load, cores), OfMean, report => report.Stations[0].Sojourn.MeanMs)
        .Exactly("utilisation", load, 0.02, report => report.Stations[0].Utilisation)
        .Little();

    /// <summary>Work of 1 ms in the mean.</summary>
    private static Scenario Sliced(string work, double load, int cores)
    {
        var rate = 1000 * load * cores;
        if (work == "hyperexponential") return TwoKinds(rate, cores);
        return Of(rate, cores, work switch
        {
            "fixed" => Estates.Fixed(1),
            "lognormal" => new WorkSpec(WorkKind.LogNormal, 1e6, 4),
            _ => Estates.Exp(1),
        });
    }

    /// <summary>Nine short ones (0.5 ms) to one long one (5.5 ms), each exponential: a squared variation of 5.5.</summary>
    private static Scenario TwoKinds(double rate, int cores)
    {
        var scenario = Of(rate * 0.9, cores, Estates.Exp(0.5));
        return scenario with
        {
            Classes =
            [
                scenario.Classes[0],
                scenario.Classes[0] with { Id = "long", RatePerSecond = rate * 0.1, App = Estates.Exp(5.5) },
            ],
        };
    }

    /// <summary>Each of them a third of the load.</summary>
    private static Scenario Mixed(double small, double middle, double large, double load)
    {
        var scenario = Of(1, 1, Estates.Fixed(1));
        ClassSpec Users(string id, double workMs) => scenario.Classes[0] with
        {
            Id = id, RatePerSecond = 1000 * load / 3 / workMs, App = Estates.Fixed(workMs),
        };
        return scenario with { Classes = [Users("small", small), Users("middle", middle), Users("large", large)] };
    }

    private static Scenario Of(double rate, int cores, WorkSpec work) =>
        With(Estates.Station(rate, work, cores), role => role with { Discipline = Discipline.Sliced });

    private static Scenario InOrder(Scenario scenario, int processes = 1) =>
        With(scenario, role => role with { Discipline = Discipline.RunToCompletion, Processes = processes });

    private static Scenario With(Scenario scenario, Func<RoleSpec, RoleSpec> change) => scenario with
    {
        Servers = [scenario.Servers[0] with { Roles = [change(scenario.Servers[0].Roles[0])] }],
    };
}
