using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>What becomes of work whose user has gone, of work that only waits, and of calls that nobody answers.</summary>
public sealed class HangUpTests
{
    /// <summary>A second of work for users who have half a second: it is done for nobody, or stopped.</summary>
    [Theory]
    [InlineData(OnAbort.WorkOn)]
    [InlineData(OnAbort.Stop)]
    public void ARoleWorksOnForNobodyUnlessItNotices(OnAbort onAbort)
    {
        var impatient = Estates.Station(20, Estates.Fixed(1_000), cores: 64, threads: 100, patienceNs: Estates.Seconds(0.5));
        var play = new Play(With(impatient, onAbort)).Pass(60);
        var station = play.Station("station/app");

        Assert.Equal(0, play.World.Report().Classes[0].Answered);
        Assert.InRange(onAbort == OnAbort.Stop ? station.Lost[Cause.Cut] : station.Completed, 1_000, 1_400);
        Assert.Equal(0, onAbort == OnAbort.Stop ? station.Completed : station.Lost.Values.Sum());
        // 20 a second keep a thread and a core for as long as each is worked for
        Runs.Near(20 * (onAbort == OnAbort.Stop ? 0.5 : 1), play.Telemetry("station").Roles[0].Busy.Sum(), 0.7);
        Runs.Near(20 * (onAbort == OnAbort.Stop ? 0.5 : 1) / 64, station.Utilisation, 0.1);
    }

    /// <summary>One core, half busy in order of arrival (Pollaczek–Khinchine: 5 ms), and 200 ms that need none.</summary>
    [Fact]
    public void WorkThatWaitsHoldsAThreadAndNoCore()
    {
        var station = Estates.Station(50, Estates.Fixed(10));
        var waiting = station with { Classes = [station.Classes[0] with { AppWait = Estates.Fixed(200) }] };
        var report = Runs.Measure(waiting, 1_800).Stations[0];

        Runs.Near(10 + 5 + 200, report.Sojourn.MeanMs, 0.01);
        Runs.Near(0.5, report.Utilisation, 0.02);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void AnApplicationWaitsForADatabaseThatIsGoneAsLongAsItsConnectTimeoutSays(double seconds)
    {
        var pair = Estates.WithDatabase(Estates.Station(10, Estates.Fixed(0.001), cores: 64), Estates.Fixed(1));
        var play = new Play(
            pair with { Database = pair.Database! with { ConnectTimeoutNs = Estates.Seconds(seconds) } }, traces: true);

        play.Pass(5).Do("stop-server", "db-1").Pass(10);
        var failed = play.Traces.Where(trace => trace.Cause == Cause.Unreachable && trace.StartNs > Estates.Seconds(6)).ToList();

        Assert.True(failed.Count > 20, $"{failed.Count}");
        Assert.All(failed, trace => Assert.Equal(seconds, (trace.EndNs - trace.StartNs) / 1e9, 3));
    }

    /// <summary>So a fault at a round time does not meet the same moment of every check.</summary>
    [Fact]
    public void EverySeedChecksItsTargetsAtOtherMoments()
    {
        var moments = Enumerable.Range(1, 20).SelectMany(seed =>
            new World(Estates.Whole(), (ulong)seed).Balancers[0].Targets.Select(target => target.NextProbeNs)).ToList();

        Assert.Equal(moments.Count, moments.Distinct().Count());
        Assert.All(moments, moment => Assert.InRange(moment, 0, Estates.Seconds(5)));
        Assert.InRange(moments.Average() / Estates.Seconds(5), 0.4, 0.6);
    }

    private static Scenario With(Scenario scenario, OnAbort onAbort) => scenario with
    {
        Servers =
        [
            scenario.Servers[0] with { Roles = [scenario.Servers[0].Roles[0] with { OnAbort = onAbort }] },
        ],
    };
}
