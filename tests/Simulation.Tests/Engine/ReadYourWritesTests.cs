using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Who reads his own write back after a delay with mean m misses it on a replica that lags by L with 1 − e^(−L/m); where reads
/// ask the primary for s after the write, with e^(−s/m) − e^(−L/m).
/// </summary>
public sealed class ReadYourWritesTests
{
    [Theory]
    [InlineData(0.2, 2, 0)]
    [InlineData(1, 2, 0)]
    [InlineData(3, 2, 0)]
    [InlineData(1, 2, 0.4)]
    public void TheShareOfStaleReadsFollowsFromTheLag(double lag, double after, double primary)
    {
        var run = BatchMeans.Of(Written(lag, after, primary), batch: 20);
        var stale = Math.Exp(-primary / after) - Math.Exp(-lag / after);

        // every request is a write or the read after it
        new Check(run).Exactly("stale", stale / 2, 0.05, report => report.Classes[0].FailedShare(Cause.Stale)).MustHold();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void NobodyMissesHisWriteOnThePrimaryOrAfterTheLag(double primary, bool replica)
    {
        var written = Written(lag: 1, after: 2, primary);
        var play = new Play(written with
        {
            Classes = [written.Classes[0] with { ReplicaReads = replica }],
        }).Pass(60);

        Assert.Equal(0, play.Failed);
        Assert.InRange(play.World.Report().Classes[0].Answered, 10_000, 13_000);
    }

    [Fact]
    public void ACacheThatKeepsOldValuesHidesThemToo()
    {
        Assert.InRange(Missed(invalidates: false), 2_000, 6_000);
        Assert.Equal(0, Missed(invalidates: true));

        static long Missed(bool invalidates)
        {
            var written = Written(lag: 0.001, after: 2, primary: 0);
            var play = new Play(written with
            {
                Classes = [written.Classes[0] with { Cacheable = true, Keys = 100, ReplicaReads = false, WriteShare = 0.5 }],
                Cache = new CacheSpec("cache", "rack", 1_000, Estates.Seconds(600), 1_000, InvalidateOnWrite: invalidates),
            });
            return play.Pass(120).Failed;
        }
    }

    [Fact]
    public void AnOperatorSendsReadsToThePrimaryAndTakesItBack()
    {
        var play = new Play(Written(lag: 1, after: 2, primary: 0)).Pass(20);
        Assert.True(play.Failed > 200);

        var outcome = play.Does("set-reads", "database", ("class", "users"), ("reads", "primary-after-write"), ("seconds", "1"));
        Assert.Equal(("reads-after-write", "replica"), (outcome.Code, outcome.Undo!.Args["reads"]));
        var failed = play.Pass(1).Failed;
        Assert.Equal(failed, play.Pass(20).Failed);
        Assert.True(play.World.Last.DatabaseTelemetry[0].Nodes[1].Arrived > 10, "older reads still ask the replica");

        Assert.Equal("reads-replica", play.TakesBack(outcome, outcome.Undo).Code);
        Assert.True(play.Pass(20).Failed > failed + 200);
    }

    /// <summary>100 writes a second, each followed by its user's read; nothing takes any time to speak of.</summary>
    private static Scenario Written(double lag, double after, double primary)
    {
        var scenario = Estates.WithDatabase(
            Estates.Station(100, Estates.Fixed(0.001), cores: 64), Estates.Fixed(0.001));
        return scenario with
        {
            Classes =
            [
                scenario.Classes[0] with
                {
                    WriteShare = 1, Keys = 10_000, ReplicaReads = true, ReadAfterWrite = Estates.Exp(1_000 * after),
                    PrimaryAfterWriteNs = Estates.Seconds(primary),
                },
            ],
            Servers = [.. scenario.Servers, scenario.Servers[1] with { Id = "db-2" }],
            Database = scenario.Database! with { Replicas = ["db-2"], LagNs = Estates.Seconds(lag) },
        };
    }
}
