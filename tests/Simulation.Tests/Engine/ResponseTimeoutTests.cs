using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Callers that wait only so long, and what becomes of the work they no longer wait for.</summary>
public sealed class ResponseTimeoutTests
{
    /// <summary>A core for everybody, work of 100 ms: whoever has no answer after T is as rare as exp(−T/100 ms).</summary>
    [Theory]
    [InlineData(50, OnAbort.WorkOn)]
    [InlineData(200, OnAbort.WorkOn)]
    [InlineData(200, OnAbort.Stop)]
    public void ABalancerAnswersInPlaceOfASlowServer(double timeoutMs, OnAbort onAbort)
    {
        var late = Math.Exp(-timeoutMs / 100);
        var run = BatchMeans.Of(Behind(timeoutMs, onAbort), batch: 10);

        new Check(run)
            .Exactly("504", late, 0.03, report => report.Classes[0].FailedShare(Cause.ResponseTimeout))
            .Exactly("wait for those answered", InTime(timeoutMs), 0.03, report => report.Station("balancer").Sojourn.MeanMs)
            .Exactly("worked for", onAbort == OnAbort.Stop ? 100 * (1 - late) : 100, 0.03,
                report => report.Station("app-1/app").Utilisation * 1_000)
            .Little().MustHold();
    }

    /// <summary>The second try draws work of its own, and the first one goes on.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void TheNextServerIsAskedWhileTheFirstWorksOn(int attempts)
    {
        var scenario = Behind(100, OnAbort.WorkOn, RetryPolicy.None with { Attempts = attempts }, servers: 3);
        var run = BatchMeans.Of(scenario, batch: 10);
        var (late, load) = (Math.Exp(-1), 0.0);
        for (var attempt = 0; attempt < attempts; attempt++) load += Math.Pow(late, attempt);

        new Check(run)
            .Exactly("504", Math.Pow(late, attempts), 0.06, report => report.Classes[0].FailedShare(Cause.ResponseTimeout))
            .Exactly("work", 100 * load, 0.03, report => 1_000 * report.Stations
                .Where(row => row.Id.EndsWith("/app", StringComparison.Ordinal)).Sum(row => row.Utilisation))
            .Little().MustHold();
    }

    /// <summary>The web role as a caller: of the application beside it, of others in turn, of the inner balancer.</summary>
    [Theory]
    [InlineData("beside")]
    [InlineData("in turn")]
    [InlineData("inner")]
    public void AWebServerAnswersInPlaceOfASlowApplication(string how)
    {
        var late = Math.Exp(-1.5);
        var run = BatchMeans.Of(Tiers(how), batch: 10);

        new Check(run)
            .Exactly("504", late, 0.03, report => report.Classes[0].FailedShare(Cause.ResponseTimeout))
            .Exactly("wait for those answered", InTime(150), 0.03, report => report.Station("web-1/web").Sojourn.MeanMs)
            .Exactly("work", 100, 0.03, report => 1_000 * report.Stations
                .Where(row => row.Id.EndsWith("/app", StringComparison.Ordinal)).Sum(row => row.Utilisation))
            .Little().MustHold();
    }

    [Fact]
    public void AnInnerBalancerAnswersItsWebServer()
    {
        var tiers = Tiers("inner", webTimeoutMs: 0);
        var run = BatchMeans.Of(tiers with
        {
            Inner = tiers.Inner! with { Forwarding = Forwarding.None with { ResponseTimeoutNs = 150_000_000 } },
        }, batch: 10);

        new Check(run)
            .Exactly("504", Math.Exp(-1.5), 0.03, report => report.Classes[0].FailedShare(Cause.ResponseTimeout))
            .Exactly("wait for those answered", InTime(150), 0.03, report => report.Station("web-1/web").Sojourn.MeanMs)
            .Little().MustHold();
    }

    /// <summary>The connection closes after its idle time; who is on its way then meets nobody (two ways of 100 µs).</summary>
    [Theory]
    [InlineData(50, 2)]
    [InlineData(50, 20)]
    public void ARequestMeetsAConnectionThatIsBeingClosed(double rate, double closesMs)
    {
        var station = Estates.Station(rate, Estates.Fixed(0.0001));
        var scenario = station with
        {
            Network = station.Network with { OtherRackNs = 100_000 },
            Servers =
            [
                station.Servers[0] with
                {
                    Attached = true, Roles = [station.Servers[0].Roles[0] with { IdleTimeoutNs = (long)(closesMs * 1e6) }],
                },
            ],
            Balancer = Estates.Farm(1, Algorithm.Random, 0.1).Balancer! with
            {
                Forwarding = Forwarding.None with { IdleTimeoutNs = Estates.Seconds(60) },
            },
        };
        var run = BatchMeans.Of(scenario, batch: 40);
        var window = Math.Exp(-rate * (closesMs - 0.2) / 1_000) - Math.Exp(-rate * closesMs / 1_000);

        // who failed leaves no connection for the next one; hardly ever are two under way
        new Check(run)
            .Exactly("502", window / (1 + window), 0.07, report => report.Classes[0].FailedShare(Cause.ConnectionClosed))
            .Little().MustHold();
        Assert.All(run.Stations.Where(row => row.Id == "station/app"), row => Assert.Empty(row.Lost));
    }

    /// <summary>Mean of an exponential time of 100 ms that is shorter than T.</summary>
    private static double InTime(double timeoutMs)
    {
        var late = Math.Exp(-timeoutMs / 100);
        return (100 - (timeoutMs + 100) * late) / (1 - late);
    }

    private static Scenario Behind(double timeoutMs, OnAbort onAbort, RetryPolicy? retry = null, int servers = 1)
    {
        var one = Estates.Station(1_000, Estates.Exp(100), cores: 1_000, threads: 1_000);
        var app = one.Servers[0] with { Attached = true, Roles = [one.Servers[0].Roles[0] with { OnAbort = onAbort }] };
        return one with
        {
            Racks = [one.Racks[0] with { Units = servers }],
            Servers = [.. Enumerable.Range(1, servers).Select(n => app with { Id = $"app-{n}" })],
            Balancer = Estates.Farm(1, Algorithm.Random, 0.1).Balancer! with
            {
                Forwarding = Forwarding.None with
                {
                    ResponseTimeoutNs = (long)(timeoutMs * 1e6), Retry = retry ?? RetryPolicy.None,
                },
            },
        };
    }

    private static Scenario Tiers(string how, double webTimeoutMs = 150)
    {
        var one = Estates.Station(1_000, Estates.Exp(100), cores: 1_000, threads: 1_000);
        var app = one.Servers[0].Roles[0];
        var web = app with { Role = Role.Web, ResponseTimeoutNs = (long)(webTimeoutMs * 1e6) };
        var balancer = Estates.Farm(1, Algorithm.Random, 0.1).Balancer!;
        return one with
        {
            Classes = [one.Classes[0] with { Web = Estates.Fixed(0.0001) }],
            Servers =
            [
                one.Servers[0] with { Id = "web-1", Attached = true, Roles = how == "beside" ? [web, app] : [web] },
                .. how == "beside"
                    ? []
                    : new[] { one.Servers[0] with { Id = "app-1", Attached = how == "inner", Roles = [app] } },
            ],
            Balancer = balancer,
            Inner = how == "inner" ? balancer with { Id = "inner" } : null,
        };
    }
}
