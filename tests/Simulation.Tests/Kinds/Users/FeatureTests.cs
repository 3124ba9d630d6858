using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Tests.Engine;

namespace OpsGame.Simulation.Tests.Kinds.Users;

/// <summary>A feature that is switched off: its work is not done, and answers are worth so much less.</summary>
public sealed class FeatureTests
{
    private static readonly LocalText NoText = new("", "");

    [Fact]
    public void WithoutQueuesEveryRequestIsFasterByTheFeaturesWork()
    {
        var (on, off) = (Latency(With(Apart(), App(Estates.Fixed(4), Estates.Fixed(3))), true),
            Latency(With(Apart(), App(Estates.Fixed(4), Estates.Fixed(3))), false));

        // the same users with the same luck: but for rounding to whole nanoseconds the difference of means is that of every one
        Assert.Equal(7, on - off, 1e-5);
        Assert.Equal(Latency(Apart(), true), off, 1e-9);
    }

    [Fact]
    public void AFeatureDrawsFromItsOwnRandomNumbers()
    {
        var only = Latency(With(Apart(), App(Estates.Exp(4), null)), true) - Latency(Apart(), true);
        var beside = Latency(With(Apart(), App(Estates.Exp(4), null), Other(Estates.Exp(2))), true)
            - Latency(With(Apart(), Other(Estates.Exp(2))), true);

        Assert.InRange(only, 3.9, 4.1);
        Assert.Equal(Latency(Apart(), true), Latency(With(Apart(), App(Estates.Exp(4), null)), false), 1e-9);
        Assert.InRange(beside, 3.9, 4.1);
    }

    /// <summary>
    /// M/G/1 (Pollaczek–Khinchine): 8 ms exponential and 3 ms fixed, and M/M/1 without the latter, at 80 a second.
    /// </summary>
    [Theory]
    [InlineData(true, 0.88, 64.0 / 121)]
    [InlineData(false, 0.64, 1)]
    public void QueuesFollowTheoryWithAndWithoutAFeature(bool on, double busy, double scv)
    {
        var report = Measured(With(Estates.Station(80, Estates.Exp(8)), App(Estates.Fixed(3), null)), on, 4_000);

        Runs.Near(busy, report.Station("station/app").Utilisation, 0.02);
        Runs.Near(1_000 * Formulas.PollaczekKhinchine(80, on ? 0.011 : 0.008, scv), report.Station("station/app").Wait.MeanMs,
            0.08);
    }

    [Fact]
    public void AnAnswerWithoutAFeatureIsWorthLess()
    {
        var play = new Play(With(Quick(), App(Estates.Fixed(1), null))).Pass(30);
        Assert.Equal(1, play.World.Last.Service.Level);

        play.Does("set-feature", "users", Off("recommendations"));
        play.Pass(15);

        Assert.Equal(0.8, play.World.Last.Service.Level, 1e-9);
        Assert.Equal(1, play.World.Last.Service.Budget);
        var lost = play.World.Last.Score.Lines.First(line => line.Code == "score-without-feature");
        Assert.Equal((ScorePart.Service, "users", "recommendations"), (lost.Part, lost.Args[1], lost.Args[4]));
        Assert.InRange(long.Parse(lost.Args[0], System.Globalization.CultureInfo.InvariantCulture), 15 * 45, 16 * 55);
        // a fifth of what 15 of 45 seconds earn of 600 points
        Assert.InRange(lost.Points, -44, -36);
        Assert.Equal(play.World.Last.Score.Total, play.World.Last.Score.Lines.Sum(line => line.Points));

        play.Does("set-feature", "users", ("feature", "recommendations"), ("on", "true"));
        Assert.Equal(1, play.Pass(15).World.Last.Service.Level);
    }

    [Fact]
    public void ALateAnswerWithoutAFeatureLosesHalfAsMuch()
    {
        var late = With(Quick() with { Classes = [Quick().Classes[0] with { TargetNs = Estates.Seconds(0.004) }] },
            App(Estates.Fixed(1), null));
        var play = new Play(late).Pass(20);
        Assert.Equal(0.5, play.World.Last.Service.Level, 1e-9);

        play.Does("set-feature", "users", Off("recommendations"));

        Assert.Equal(0.4, play.Pass(15).World.Last.Service.Level, 1e-9);
    }

    [Fact]
    public void TwoFeaturesAreTwoScoreLinesAndAFlagAppliesToEveryClassThatHasIt()
    {
        var quick = With(Quick(), App(Estates.Fixed(1), null), Other(Estates.Fixed(1)));
        var play = new Play(
            quick with
            {
                Classes = [quick.Classes[0], quick.Classes[0] with { Id = "others", Features = [quick.Classes[0].Features[1]] }],
            });
        play.Do("set-feature", "users", Off("recommendations")).Do("set-feature", "users", Off("ads")).Pass(20);

        var lost = play.World.Last.Score.Lines.Where(line => line.Code == "score-without-feature")
            .Select(line => (line.Args[1], line.Args[4]));

        Assert.Equal([("others", "ads"), ("users", "ads"), ("users", "recommendations")], lost.Order());
        Assert.Equal((0.5 + 0.7) / 2, play.World.Last.Service.Level, 0.01);
    }

    [Fact]
    public void RequestsTheApplicationHasTakenKeepTheFeature()
    {
        var slow = With(Estates.Station(20, Estates.Fixed(1_400), cores: 64), App(Estates.Fixed(600), null));
        var play = new Play(slow with { Classes = [slow.Classes[0] with { TargetNs = Estates.Seconds(3) }] }).Pass(10);
        play.Does("set-feature", "users", Off("recommendations"));

        play.Pass(0.75);
        Assert.DoesNotContain(play.World.Last.Score.Lines, line => line.Code == "score-without-feature");
        play.Pass(2);
        Assert.Contains(play.World.Last.Score.Lines, line => line.Code == "score-without-feature");
    }

    [Fact]
    public void TheEdgeCachesAPageAsItWasMade()
    {
        var whole = Estates.Whole();
        var play = new Play(With(whole with
        {
            Classes = [whole.Classes[0] with
            {
                EdgeCacheable = true, Cacheable = false, Keys = 1, TargetNs = Estates.Seconds(4),
            }],
            Edge = Entry.Edge(10, 1_000),
        }, App(Estates.Fixed(1), null))).Pass(20);

        play.Does("set-feature", "users", Off("recommendations"));
        Assert.Equal(1, play.Pass(15).World.Last.Service.Level);
        play.Does("flush-cache", "edge");
        Assert.Equal(0.8, play.Pass(15).World.Last.Service.Level, 0.001);
        play.Does("set-feature", "users", ("feature", "recommendations"), ("on", "true"));
        Assert.Equal(0.8, play.Pass(15).World.Last.Service.Level, 1e-9);
    }

    [Fact]
    public void AFeatureIsSwitchedOnceShownAndUndone()
    {
        var play = new Play(With(Quick(), App(Estates.Fixed(1), null))).Pass(1);
        Assert.Equal("feature-on", play.Does("set-feature", "users", ("feature", "recommendations"), ("on", "true")).Code);
        Assert.Equal("feature-unknown", play.World.Check(play.Command("ann", "set-feature", "users", Off("moon")))?.Code);
        Assert.Equal("true", Before(play).Present["on"]);
        Assert.Equal("true", Before(play).Undo?.Args["on"]);

        var off = play.Does("set-feature", "users", Off("recommendations"));
        Assert.Equal("feature-switched-off", off.Code);
        Assert.Equal(["recommendations"], play.World.Last.FeaturesOff);
        Assert.Equal("feature-off", Before(play).Refusal?.Code);
        Assert.Equal("feature-off", play.Does("set-feature", "users", Off("recommendations")).Code);

        Assert.Equal("feature-switched-on", play.TakesBack(off, off.Undo!).Code);
        Assert.Empty(play.World.Last.FeaturesOff);
    }

    private static Preview Before(Play play) =>
        Preview.Of(play.World, play.Command("lee", "set-feature", "users", Off("recommendations")));

    private static (string, string)[] Off(string feature) => [("feature", feature), ("on", "false")];

    private static FeatureSpec App(WorkSpec app, WorkSpec? db) => new("recommendations", NoText, app, db, 0.2);

    private static FeatureSpec Other(WorkSpec app) => new("ads", NoText, app, null, 0.3);

    private static Scenario With(Scenario scenario, params FeatureSpec[] features) =>
        scenario with { Classes = [scenario.Classes[0] with { Features = [.. features] }] };

    /// <summary>So many cores that nobody ever waits.</summary>
    private static Scenario Apart() => Estates.WithDatabase(Estates.Station(50, Estates.Exp(8), cores: 512), Estates.Exp(6)) with
    {
        Database = new DatabaseSpec("database", "db-1", 100_000, 100_000),
    };

    /// <summary>5 ms, and nobody waits.</summary>
    private static Scenario Quick() => Estates.Station(50, Estates.Fixed(5), cores: 64);

    private static double Latency(Scenario scenario, bool on) => Measured(scenario, on, 400).Classes[0].Latency.MeanMs;

    private static RunReport Measured(Scenario scenario, bool on, double seconds)
    {
        var play = new Play(scenario);
        if (!on) play.Do("set-feature", "users", Off(scenario.Flags[0]));
        play.Pass(60).World.ResetMeters();
        return play.Pass(seconds).World.Report();
    }
}
