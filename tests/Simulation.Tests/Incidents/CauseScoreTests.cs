using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Incidents;

/// <summary>The root cause's quarter of the response points: 150, of which it is 38.</summary>
public sealed class CauseScoreTests
{
    private const int Quarter = 38;
    private const int Guess = 13;

    [Fact]
    public void NamingTheCauseKeepsItsPoints()
    {
        var play = Suffer(Asking()).Name("app-1", "hung-backend").End();
        Assert.Equal([("score-cause-right", 0)], Lines(play));
    }

    [Fact]
    public void AnUnnamedCauseCostsItsPointsAndIsRevealedAtTheEnd()
    {
        var play = Suffer(Asking()).Close();
        Assert.Equal([("score-cause-open", -Quarter)], Lines(play));
        play.End();
        Assert.Equal([("score-cause-missed", -Quarter)], Lines(play));
        Assert.Equal(["hung-backend", "app-1"],
            play.World.Last.Score.Lines.Single(line => line.Code == "score-cause-missed").Args.Skip(1));
    }

    [Fact]
    public void EachWrongGuessCostsAThirdAndTogetherNoMoreThanAll()
    {
        var one = Suffer(Asking()).Name("app-2", "hung-backend").Name("app-1", "hung-backend").End();
        Assert.Equal([("score-cause-wrong", -Guess), ("score-cause-right", 0)], Lines(one));
        var many = Suffer(Asking());
        foreach (var failure in Taxonomy.Ids.Take(5)) many.Name("database", failure);
        Assert.Equal(-Quarter, Lines(many.End()).Sum(line => line.Points));
    }

    [Fact]
    public void BeforeTheIncidentIsClosedTheScoreDoesNotTellWhetherAGuessWasRight()
    {
        var (right, wrong) =
            (Suffer(Asking()).Name("app-1", "hung-backend").Pass(5), Suffer(Asking()).Name("app-2", "black-hole").Pass(5));
        Assert.Equal(right.World.Last.Score.Lines.Select(line => (line.Code, line.Points)),
            wrong.World.Last.Score.Lines.Select(line => (line.Code, line.Points)));
        Assert.Equal([("score-cause-open", -Quarter)], Lines(right));
        Assert.Equal([("score-cause-right", 0)], Lines(right.Close()));
        Assert.Equal([("score-cause-wrong", -Guess), ("score-cause-open", Guess - Quarter)], Lines(wrong.Close()));
    }

    [Fact]
    public void AScenarioWithoutCausesTakesNoPoints()
    {
        var play = Suffer(Asking() with { Causes = [] }).Name("app-2", "black-hole").Close().End();
        Assert.Empty(Lines(play));
    }

    [Fact]
    public void AnInjectedFaultIsACauseToo()
    {
        var asking =
            Asking() with
            {
                Causes = [new CauseSpec(
                    [new CauseAnswer(FailureKind.DiskFull, "db-1")], Estates.Seconds(299), Estates.Seconds(300))],
            };
        Assert.Equal([("score-cause-right", 0)], Lines(Suffer(asking).Name("app-1", "hung-backend").End()));
        Assert.Equal([("score-cause-missed", -Quarter)], Lines(Suffer(asking).End()));
    }

    /// <summary>Every fault of the taxonomy is an answer where it strikes, and stops being one.</summary>
    [Theory]
    [InlineData("rack-power", "rack-a", FailureKind.RackLost, "rack-a")]
    [InlineData("rack-uplink", "rack-a", FailureKind.RackLost, "rack-a")]
    [InlineData("feed-power", "feed-a", FailureKind.RackLost, "feed-a")]
    [InlineData("server-hang", "app-1", FailureKind.HungBackend, "app-1")]
    [InlineData("server-slow", "app-1", FailureKind.HungBackend, "app-1")]
    [InlineData("server-crash", "app-1", FailureKind.KilledWithoutDraining, "app-1")]
    [InlineData("process-crash", "app-1", FailureKind.KilledWithoutDraining, "app-1")]
    [InlineData("balancer-crash", "balancer", FailureKind.KilledWithoutDraining, "balancer")]
    [InlineData("database-slow", "database", FailureKind.ThreadExhaustion, "app-2")]
    [InlineData("firewall", "app-1", FailureKind.FirewallClosed, "app-1")]
    [InlineData("log-flood", "app-1", FailureKind.DiskFull, "app-1")]
    [InlineData("traffic-surge", "users", FailureKind.SlowScaling, "balancer")]
    public void AFaultIsARightAnswerWhileItLasts(string fault, string target, FailureKind failure, string component)
    {
        var play = new Play(Asking() with { Causes = [], Faults = [] }).Do(fault, target, ("seconds", "30")).Pass(5);
        Assert.Equal(Verdict.Right, Judge(play, failure, component));
        play.Pass(60);
        Assert.Equal(Verdict.Right, Judge(play, failure, component));
        play.Pass(150);
        Assert.Equal(Verdict.Unknown, Judge(play, failure, component));
    }

    /// <summary>Declares, names, waits until nobody suffers, and closes.</summary>
    private static Verdict Judge(Play play, FailureKind failure, string component)
    {
        play.Do("declare-incident", "incident", ("what", "trouble")).Name(component, Taxonomy.IdOf(failure));
        foreach (var server in play.World.Servers.Where(server => server.Hung)) play.Do("restart-server", server.Id);
        for (var times = 0; times < 200 && play.World.Incidents.Current is not null; times++) play.Close();
        return play.World.Incidents.Incidents[^1].Causes[0].Verdict;
    }

    /// <summary>app-1 hangs after 30 s, is started again 30 s later, and all is well.</summary>
    private static Play Suffer(Scenario scenario)
    {
        var play = new Play(scenario).Pass(30);
        if (scenario.Faults.IsEmpty) play.Do("server-hang", "app-1", ("seconds", "600"));
        return play.Pass(20).Do("declare-incident", "incident", ("what", "errors")).Pass(10).Do("restart-server", "app-1")
            .Pass(40);
    }

    private static Scenario Asking() => Shop.Of(60) with
    {
        DurationNs = Estates.Seconds(300),
        Causes = [new CauseSpec([new CauseAnswer(FailureKind.HungBackend, "app-1")], Estates.Seconds(30), Estates.Seconds(60))],
    };

    private static (string Code, int Points)[] Lines(Play play) =>
    [
        .. play.World.Last.Score.Lines.Where(line => line.Code.StartsWith("score-cause", StringComparison.Ordinal))
            .Select(line => (line.Code, line.Points)),
    ];
}

internal static class AtTheDesk
{
    public static Play Name(this Play play, string component, string failure) =>
        play.Do("name-cause", "incident", ("component", component), ("failure", failure)).Pass(0.25);

    public static Play Close(this Play play) => play.Do("close-incident", "incident").Pass(1);

    public static Play End(this Play play) => play.Pass(Nanoseconds.ToSeconds(play.World.Scenario.DurationNs - play.World.NowNs));
}
