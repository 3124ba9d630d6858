using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Two kinds of impatience. A user who leaves has failed, but the system goes on working on the request: the queue stays what it
/// was. Who waits for a pooled connection or a lock and gives up leaves the queue: M/M/c+D.
/// </summary>
public sealed class ImpatienceTests
{
    [Theory]
    [InlineData(1, 500, 4, 100)]
    [InlineData(1, 700, 5, 150)]
    [InlineData(1, 800, 10, 250)]
    [InlineData(8, 6400, 3, 200)]
    public void ATimedOutRequestIsStillWorkedOn(int cores, double rate, double patienceMs, double batch)
    {
        var run = BatchMeans.Of(Estates.Station(rate, Estates.Exp(1), cores, cores, patienceNs: (long)(patienceMs * 1e6)), batch);
        var late = Formulas.SojournTail(cores, rate, 1000, patienceMs / 1000);

        new Check(run).Exactly("failed", late, 0.03, report => report.Classes[0].FailedShare(Cause.Timeout)).MustHold();
        StationChecks.Queue(run, "station/app", cores, rate, 1).MustHold();
    }

    [Theory]
    [InlineData(1, 800, 2)]
    [InlineData(1, 1000, 5)]
    [InlineData(4, 3600, 1)]
    [InlineData(4, 4800, 3)]
    public void CallsThatWaitForAPooledConnectionGiveUpAsBarrerSays(int pool, double rate, double timeoutMs)
    {
        var scenario = Database(rate);
        var run = BatchMeans.Of(scenario with
        {
            Database = scenario.Database! with { PoolSize = pool, PoolTimeoutNs = (long)(timeoutMs * 1e6) },
        }, batch: 100);
        var (lost, wait) = Formulas.Impatient(pool, rate, 1000, timeoutMs / 1000);

        // work before the call: 1 µs
        new Check(run)
            .Exactly("gave up", lost, 0.03, report => report.Classes[0].FailedShare(Cause.PoolTimeout))
            .Exactly("mean of those served", 0.001 + 1000 * wait + 1, 0.03,
                report => report.Station("station/app").Sojourn.MeanMs)
            .Exactly("mean work", 1, 0.03, report => report.Station("db-1/db").Sojourn.MeanMs)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(500, 2)]
    [InlineData(800, 3)]
    [InlineData(1500, 2)]
    public void WritesOfOneRowGiveUpItsLockAsBarrerSays(double rate, double timeoutMs)
    {
        var scenario = Database(rate);
        var run = BatchMeans.Of(scenario with
        {
            Classes = [scenario.Classes[0] with { WriteShare = 1, Keys = 1 }],
            Database = scenario.Database! with { LockTimeoutNs = (long)(timeoutMs * 1e6) },
        }, batch: 100);
        var (lost, wait) = Formulas.Impatient(1, rate, 1000, timeoutMs / 1000);

        new Check(run)
            .Exactly("gave up", lost, 0.03, report => report.Classes[0].FailedShare(Cause.LockTimeout))
            .Exactly("mean of those served", 1000 * wait + 1, 0.03, report => report.Station("db-1/db").Sojourn.MeanMs)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(1, 800, 5)]
    [InlineData(1, 1200, 10)]
    [InlineData(4, 3600, 4)]
    [InlineData(4, 5000, 8)]
    public void UsersWithAPatienceOfTheirOwnLeaveTheQueueAsErlangASays(int cores, double rate, double patienceMs)
    {
        var run = BatchMeans.Of(Leaving(cores, rate, patienceMs, OnAbort.Skip), batch: 200);
        var left = Formulas.Abandoned(cores, rate, 1000, 1000 / patienceMs);
        // who is being served loses patience before his work is done with θ/(μ + θ)
        var failed = left + (1 - left) / (1 + patienceMs);

        new Check(run)
            .Exactly("left the queue", left, 0.05, report => report.Station("station/app").LostShare(Cause.Cut))
            .Exactly("failed", failed, 0.03, report => report.Classes[0].FailedShare(Cause.Timeout))
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(1, 800, 5)]
    [InlineData(4, 5000, 8)]
    public void WhereTheWorkStopsTooEverybodyInsideIsImpatient(int cores, double rate, double patienceMs)
    {
        var run = BatchMeans.Of(Leaving(cores, rate, patienceMs, OnAbort.Stop), batch: 200);
        var left = Formulas.Abandoned(cores, rate, 1000, 1000 / patienceMs, inService: true);

        new Check(run)
            .Exactly("left", left, 0.03, report => report.Station("station/app").LostShare(Cause.Cut))
            .Exactly("failed", left, 0.03, report => report.Classes[0].FailedShare(Cause.Timeout))
            .Little()
            .MustHold();
    }

    /// <summary>1 ms of exponential work, and an exponential patience.</summary>
    private static Scenario Leaving(int cores, double rate, double patienceMs, OnAbort onAbort)
    {
        var station = Estates.Station(rate, Estates.Exp(1), cores, threads: cores, patienceNs: (long)(patienceMs * 1e6));
        return station with
        {
            Classes = [station.Classes[0] with { Patience = Estates.Exp(patienceMs) }],
            Servers = [station.Servers[0] with { Roles = [station.Servers[0].Roles[0] with { OnAbort = onAbort }] }],
        };
    }

    /// <summary>Poisson calls of 1 ms exponential work to a database with cores for all of them.</summary>
    private static Scenario Database(double rate) =>
        Estates.WithDatabase(Estates.Station(rate, Estates.Fixed(0.001), cores: 64), Estates.Exp(1));
}
