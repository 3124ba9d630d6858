using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>What a balancer that tries the next server saves, and what it costs, against closed formulas.</summary>
public sealed class RetryTheoryTests
{
    /// <summary>Six servers, some of which refuse: a request fails if all it is sent to are among those.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    public void WhoIsTriedIsDrawnWithoutReplacement(int refusing, int attempts)
    {
        var chance = 1.0;
        for (var tried = 0; tried < attempts; tried++) chance *= (refusing - tried) / (6.0 - tried);

        var run = Batches(Farm(Retrying(attempts)), refusing, seconds: 200);

        new Check(run).Exactly("failed", chance, 0.05, report => report.Classes[0].FailedShare(Cause.Refused)).MustHold();
    }

    /// <summary>Whoever has been to all servers is not sent to any of them again.</summary>
    [Fact]
    public void EveryServerIsTriedOnceAtMost()
    {
        var play = Play(Farm(Retrying(10)), refusing: 6).Pass(100);

        var offered = play.World.Report().Classes[0].Offered;
        Assert.Equal(offered, play.World.Report().Classes[0].Failed[Cause.Refused]);
        Assert.Equal(6 * offered, Arrived(play.World.Report()));
    }

    /// <summary>All servers answer with errors, so every request would be tried six times.</summary>
    [Theory]
    [InlineData(0, 6)]
    [InlineData(0.1, 1.1)]
    [InlineData(0.5, 1.5)]
    public void ABudgetBoundsTheLoadThatRetriesAdd(double budget, double times)
    {
        var play = Play(Farm(Retrying(10) with { Errors = true, Budget = budget }, errors: 1), refusing: 0).Pass(200);

        var report = play.World.Report();
        var offered = report.Classes[0].Offered;
        Assert.Equal(offered, report.Classes[0].Failed[Cause.Error]);
        // ten at once from a full budget, and the rest of a token
        Assert.InRange(Arrived(report), times * offered - 1, times * offered + (budget > 0 ? 10 : 0));
    }

    /// <summary>Every attempt has luck of its own, so two are wrong as often as chance says.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void AnswersFailIndependentlyOfEachOther(int attempts)
    {
        var run = Batches(Farm(Retrying(attempts) with { Errors = true }, errors: 0.3), refusing: 0, seconds: 200);

        new Check(run)
            .Exactly("failed", Math.Pow(0.3, attempts), 0.06, report => report.Classes[0].FailedShare(Cause.Error)).MustHold();
    }

    [Theory]
    [InlineData(false, 1.0)]
    [InlineData(true, 0.25)]
    public void AWriteThatMayHaveBegunIsTriedAgainOnlyIfToldSo(bool writes, double fail)
    {
        var scenario = Farm(Retrying(2) with { Errors = true, Writes = writes }, errors: 0.5);
        scenario = scenario with { Classes = [scenario.Classes[0] with { WriteShare = 1, Keys = 10 }] };

        var failed = Play(scenario, refusing: 0).Pass(100).World.Report().Classes[0];

        Runs.Near(writes ? fail : 0.5, failed.Failed[Cause.Error] / (double)failed.Offered, 0.05);
    }

    [Fact]
    public void AWriteThatNobodyTookIsTriedAgain()
    {
        var scenario = Farm(Retrying(6));
        scenario = scenario with { Classes = [scenario.Classes[0] with { WriteShare = 1, Keys = 10 }] };

        Assert.Empty(Play(scenario, refusing: 5).Pass(100).World.Report().Classes[0].Failed);
    }

    /// <summary>HAProxy without option redispatch: the same server again, a second later.</summary>
    [Fact]
    public void WithoutRedispatchTheSameServerIsAskedAgainASecondLater()
    {
        var play = Play(Farm(Retrying(3) with { Redispatch = false }), refusing: 3).Pass(100);
        var report = play.World.Report();

        Runs.Near(0.5, report.Classes[0].FailedShare(Cause.Refused), 0.06);
        Assert.InRange(report.Station("balancer").Sojourn.MaxMs, 0, 1_000);
        // half of 100 a second wait for two seconds
        Runs.Near(100, play.World.Last.BalancerTelemetry[0].Targets.Sum(target => target.Outstanding), 0.3);
    }

    private static RetryPolicy Retrying(int attempts) => RetryPolicy.None with { Attempts = attempts };

    private static long Arrived(RunReport report) => report.Stations
        .Where(row => row.Id.EndsWith("/app", StringComparison.Ordinal)).Sum(row => row.Arrived);

    private static Scenario Farm(RetryPolicy retry, double errors = 0)
    {
        var farm = Estates.Farm(6, Algorithm.Random, load: 100 / 6_000.0);
        return farm with
        {
            Operations = farm.Operations with { RestartNs = Estates.Seconds(14_000) },
            Balancer = farm.Balancer! with { Forwarding = Forwarding.None with { Retry = retry } },
            Servers = [.. farm.Servers.Select(server => server with { Version = "v1" })],
            Releases = [new ReleaseSpec("v1", new LocalText("", ""), 1, 1, 1, errors, 0, 0)],
        };
    }

    /// <summary>Servers that are restarted refuse for as long as the test lasts.</summary>
    private static Play Play(Scenario scenario, int refusing)
    {
        var play = new Play(scenario);
        for (var server = 1; server <= refusing; server++) play.Do("restart-server", $"app-{server}");
        play.Pass(5);
        play.World.ResetMeters();
        return play;
    }

    private static BatchMeans Batches(Scenario scenario, int refusing, double seconds)
    {
        var play = Play(scenario, refusing);
        return new BatchMeans(Enumerable.Range(0, 30).Select(_ =>
        {
            play.World.ResetMeters();
            while (play.World.NowNs % Estates.Seconds(seconds) != Estates.Seconds(seconds - 0.25)) Headless.Step(play.World, []);
            Headless.Step(play.World, []);
            return play.World.Report();
        }));
    }
}
