using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Kinds.Sources;

/// <summary>A source that is blocked: what it sends costs nothing any more, and its good users pay for it.</summary>
public sealed class SourceTests
{
    private static readonly (string, string) Campus = ("source", "campus");

    [Fact]
    public void ABlockedSourceReachesNoServerAndItsGoodUsersFailToo()
    {
        var drowning = new Play(Scraped()).Pass(10).Watch(30);
        Assert.True(drowning.GoodputOf("users") < 100, "350 requests a second are too much for two servers");

        var play = new Play(Scraped()).Do("block-source", "balancer", Campus).Pass(10);
        var before = play.World.Report();
        var seen = play.Watch(30);

        Assert.Equal(0, seen.FailedOf("users"));
        Assert.InRange(seen.GoodputOf("users"), 140, 160);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Blocked));
        Assert.InRange(seen.FailedOf("students") / 30.0, 8, 12);
        // what is worked on is the others' work: 150 × 40.5 ms on 8 cores
        Assert.InRange((seen.Cpu("app-1") + seen.Cpu("app-2")) / 2, 0.72, 0.80);
        var users = Offered(play.World.Report(), "users") - Offered(before, "users");
        Assert.InRange(Arrived(play.World.Report()) - Arrived(before) - users, -15, 15);
    }

    [Fact]
    public void AnUnblockedSourceIsServedAgain()
    {
        var play = new Play(Shop.Of(60).Asked(users => users with { Source = "campus" }));

        Assert.Equal(0, play.Do("block-source", "balancer", Campus).Pass(5).Watch(5).Goodput);
        Assert.Equal(0, play.Do("unblock-source", "balancer", Campus).Pass(1).Watch(5).Failures);
    }

    [Fact]
    public void AConnectionIsRefusedBeforeAnyHandshakeAndAnOpenOneAtItsNextRequest()
    {
        // connections close after a second, so hardly a browser has one open
        var play = new Play(
            Shop.Of(60).From(1_000, keepAliveSeconds: 1) with
            {
                Tls = Entry.Tls(TlsEnd.Balancer), Certificate = Entry.Certificate(9_000),
            });
        Assert.True(play.Pass(10).World.Last.BalancerTelemetry[0].Handshakes > 40);

        var seen = play.Do("block-source", "balancer", ("source", "internet")).Pass(2).Watch(10);

        Assert.Equal(0, play.World.Last.BalancerTelemetry[0].Handshakes);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Blocked));
        Assert.InRange(seen.FailureShare, 0.97, 1.03);

        // connections stay open all the time: no handshake to be refused at, and refused all the same
        var open = new Play(
            Shop.Of(60).From(20) with { Tls = Entry.Tls(TlsEnd.Balancer), Certificate = Entry.Certificate(9_000) }).Pass(10);
        Assert.InRange(open.Do("block-source", "balancer", ("source", "internet")).Pass(2).Watch(10).FailureShare, 0.97, 1.03);
    }

    [Fact]
    public void WithoutABalancerASourceIsBlockedPerServer()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with { Balancer = null, Classes = [whole.Classes[0] with { Retry = new RetrySpec(1, 0, 0) }] });

        var seen = play.Do("block-source", "web-1", ("source", "internet")).Pass(5).Watch(30);

        Assert.Equal(seen.Failures, seen.Failed(Cause.Blocked));
        Assert.InRange(seen.FailureShare, 0.24, 0.26);
        Assert.True(play.Station("web-1/web").Lost[Cause.Blocked] > 500);
        Assert.DoesNotContain(Cause.Blocked, play.Station("web-1/app").Lost.Keys);
    }

    [Fact]
    public void TheEdgeStillAnswersABlockedSourceFromItsCache()
    {
        var whole = Estates.Whole();
        var play = new Play(whole with
        {
            Classes = [whole.Classes[0] with { EdgeCacheable = true, Retry = new RetrySpec(1, 0, 0) }],
            Edge = Entry.Edge(5_000, 1_000),
        }).Pass(30);

        var seen = play.Do("block-source", "balancer", ("source", "internet")).Pass(2).Watch(10);

        Assert.InRange(seen.FailureShare, 0.05, 0.6);
        Assert.Equal(seen.Failures, seen.Failed(Cause.Blocked));
    }

    [Fact]
    public void InternalRequestsHaveNoSource()
    {
        var play = new Play(Estates.Whole()).Do("block-source", "balancer", ("source", "internet"));
        play.Do("warm-cache", "cache", ("keys", "100"), ("rate", "50")).Pass(20);

        Assert.All(play.World.Balancers[0].Targets,
            target => Assert.Equal((TargetHealth.Healthy, ProbeResult.Ok), (target.Health, target.LastProbe)));
        Assert.Contains(play.Events, told => told.Code == "cache-warmed" && told.Args.Contains("100"));
    }

    [Fact]
    public void RequestsInFlightAreAnsweredWhenTheirSourceIsBlocked()
    {
        var play = new Play(Estates.Station(5, Estates.Fixed(900), cores: 64)).Pass(10)
            .Do("block-source", "station", ("source", "internet")).Pass(0.25);
        var inside = play.World.Pending().Count;
        Assert.True(inside > 2);
        var answered = play.World.Report().Classes[0].Answered;

        play.Pass(5);

        Assert.Equal(answered + inside, play.World.Report().Classes[0].Answered);
    }

    [Fact]
    public void AbuseCountsInNoScoreNoBudgetAndNoAlert()
    {
        var play = new Play(Shop.Of(50).Joined("scrapers", 40, 0)).Do("block-source", "balancer", Campus).Pass(30);

        Assert.True(play.World.Report().Classes[1].Failed[Cause.Blocked] > 1_000);
        Assert.Equal((1, 1, 1), (play.World.Last.Service.Level, play.World.Last.Service.Overall, play.World.Last.Service.Budget));
        Assert.Empty(play.World.Last.Alerts);
        Assert.Single(play.World.Last.Score.Lines, line => line.Part == ScorePart.Service);
    }

    [Fact]
    public void GoodUsersOfABlockedSourceAreALineInTheScore()
    {
        var play = new Play(Shop.Of(50).Joined("students", 40, 1)).Do("block-source", "balancer", Campus).Pass(30);

        var line = play.World.Last.Score.Lines.First(line => line.Code == "score-blocked");
        Assert.Equal(
            ("students",
                play.World.Report().Classes[1].Failed[Cause.Blocked].ToString(System.Globalization.CultureInfo.InvariantCulture)),
                (line.Args[1], line.Args[0]));
        Assert.True(line.Points < -100);
        Assert.Contains(play.World.Last.Alerts, alert => alert.Component == "students");
    }

    [Fact]
    public void AnAccessLogSaysWhereItCameFrom()
    {
        var play = new Play(Scraped()).Do("read-access-log", "balancer").Pass(10);

        var lines = play.World.Last.Findings.Single().Log!.Lines;

        Assert.All(lines, line => Assert.Equal(line.Class == "users" ? "internet" : "campus", line.Source));
        Assert.Contains(lines, line => line.Source == "campus");
    }

    [Fact]
    public void ASourceIsBlockedOnceAndOnlyWhereUsersRequestsArrive()
    {
        var play = new Play(Scraped()).Pass(1);
        Assert.Equal("source-not-blocked", play.Does("unblock-source", "balancer", Campus).Code);
        Assert.Equal("source-block-set", play.Does("block-source", "balancer", Campus).Code);
        Assert.Equal(
            "source-blocked", Preview.Of(play.World, play.Command("lee", "block-source", "balancer", Campus)).Refusal?.Code);
        Assert.Equal("source-blocked", play.Does("block-source", "balancer", Campus).Code);
        Assert.Equal("role-missing", play.Does("block-source", "db-1", Campus).Code);
        Assert.Equal(
            "source-unknown", play.World.Check(play.Command("lee", "block-source", "balancer", ("source", "moon")))?.Code);
        Assert.Equal(["campus"], play.World.Balancers[0].Blocked);
    }

    [Fact]
    public void AServerThatIsBoughtBlocksWhatTheFirstOneDoes()
    {
        var play = new Play(Scraped()).Do("block-source", "app-1", Campus).Pass(1).Do("add-server", "rack-a", ("size", "size"))
            .Pass(60);

        Assert.Equal(["campus"], play.Server("app-3").Blocked);
        Assert.True(play.Station("app-3/web").Lost[Cause.Blocked] > 100);
    }

    /// <summary>Users for two servers; scrapers from a campus as good as drown them, and students sit there too.</summary>
    private static Scenario Scraped() => Shop.Of(150).Joined("scrapers", 190, 0).Joined("students", 10, 1);

    private static long Offered(RunReport report, string users) => report.Classes.First(row => row.Id == users).Offered;

    private static long Arrived(RunReport report) =>
        report.Stations.Where(row => row.Id is "app-1/web" or "app-2/web").Sum(row => row.Arrived);
}

internal static class Joining
{
    /// <summary>So many requests a second more, from a campus.</summary>
    public static Scenario Joined(this Scenario scenario, string id, double rate, double weight) => scenario with
    {
        Classes = [.. scenario.Classes,
            scenario.Classes[0] with { Id = id, RatePerSecond = rate, Weight = weight, Source = "campus" }],
    };
}
