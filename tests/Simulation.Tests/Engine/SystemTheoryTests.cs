using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Several parts together against closed formulas: networks of queues, balancers, locks, cores.</summary>
public sealed class SystemTheoryTests
{
    [Theory]
    [InlineData(400, 50)]
    [InlineData(700, 100)]
    [InlineData(850, 300)]
    public void TandemSojournsAddAsJacksonSaysAndTheirTailsDoNot(double rate, double batch)
    {
        // the app's thread is held while the database works, so its station sees both
        var pair = Estates.WithDatabase(Estates.Station(rate, Estates.Exp(1)), Estates.Exp(0.8));
        // both serve in the order of arrival: one transaction works at a time
        var scenario = pair with { Database = pair.Database! with { Slots = 1 } };
        var (app, db) = (1000 / (1000 - rate), 1000 / (1250 - rate));

        StationChecks.Tandem(BatchMeans.Of(scenario, batch), "station/app", "db-1/db", app, db).MustHold();
    }

    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.7, 200)]
    [InlineData(0.9, 500)]
    public void TenServersInRoundRobinEachSeeErlangArrivals(double load, double batch) =>
        StationChecks.DealtInTurn(BatchMeans.Of(Estates.Farm(10, Algorithm.RoundRobin, load), batch), 10, load, 1).MustHold();

    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.7, 200)]
    [InlineData(0.9, 500)]
    public void TenServersDrawnAtRandomAreTenMM1(double load, double batch) =>
        StationChecks.Drawn(BatchMeans.Of(Estates.Farm(10, Algorithm.Random, load), batch), load, 1).MustHold();

    [Theory]
    [InlineData(Algorithm.LeastOutstanding, 2, 0.5, 100)]
    [InlineData(Algorithm.LeastOutstanding, 2, 0.8, 150)]
    [InlineData(Algorithm.LeastOutstanding, 3, 0.7, 100)]
    [InlineData(Algorithm.TwoChoices, 3, 0.5, 100)]
    [InlineData(Algorithm.TwoChoices, 3, 0.7, 100)]
    [InlineData(Algorithm.TwoChoices, 3, 0.8, 150)]
    public void TwoChoicesAndLeastOutstandingWaitAsTheMarkovChainSays(Algorithm algorithm, int servers, double load, double batch)
    {
        var choices = algorithm == Algorithm.TwoChoices ? 2 : servers;
        StationChecks.Looking(BatchMeans.Of(Estates.Farm(servers, algorithm, load), batch), servers, choices, load).MustHold();
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    public void BetterInformedBalancingWaitsLess(double load)
    {
        double Mean(Algorithm algorithm) =>
            BatchMeans.Of(Estates.Farm(10, algorithm, load), 30)
                .Interval(report => report.Station("balancer").Sojourn.MeanMs).Mean;
        var (random, turns, two, least) =
            (Mean(Algorithm.Random), Mean(Algorithm.RoundRobin), Mean(Algorithm.TwoChoices), Mean(Algorithm.LeastOutstanding));

        Assert.True(random > turns && turns > two && two > least, $"{random} {turns} {two} {least}");
        // joining the shortest of all is a little worse than one queue for all
        var one = 1 + Formulas.ErlangC(10, 10 * load) / (10 * (1 - load));
        Assert.InRange(least, one, one * 1.35);
    }

    [Theory]
    [InlineData(3, 10, 5)]
    [InlineData(6, 20, 5)]
    [InlineData(12, 20, 2)]
    public void ThreadsAroundOneLockAreMachinesAroundOneRepairman(int threads, double thinkMs, double lockMs)
    {
        var run = BatchMeans.Of(Estates.Repairman(threads, thinkMs, lockMs), 200);
        StationChecks.Repairman(run, "db-1/db", 100, threads, thinkMs, lockMs).MustHold();
    }

    [Theory]
    [InlineData(2, 0.1, 0.0)]
    [InlineData(8, 0.05, 0.0)]
    [InlineData(16, 0.03, 0.002)]
    [InlineData(32, 0.02, 0.001)]
    public void BusyCoresSlowEachOtherAsTheUniversalScalabilityLawSays(int cores, double sigma, double kappa)
    {
        // twice the arrivals they can bear: every core always has work
        var scenario = Estates.Station(200 * cores, Estates.Exp(10), cores: cores, threads: cores * 2, queue: 10);
        var server = scenario.Servers[0];
        var run = BatchMeans.Of(scenario with
        {
            Servers = [server with { Roles = [server.Roles[0] with { Sigma = sigma, Kappa = kappa }] }],
        }, batch: 20 * cores);

        new Check(run)
            .Exactly("throughput", cores * 100 / (1 + sigma * (cores - 1) + kappa * cores * (cores - 1)), 0.01,
                report => report.Station("station/app").Completed / 100.0)
            .Exactly("utilisation", 1, 0.001, report => report.Station("station/app").Utilisation)
            .MustHold();
    }
}
