using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;

namespace OpsGame.Simulation.Tests.Hints;

/// <summary>Help costs points, comes in its order and not before its time.</summary>
public sealed class HintTests
{
    private static readonly Scenario Helpful = Estates.Whole() with
    {
        Hints = [Hint(0, 10), Hint(5, 30)],
    };

    [Fact]
    public void EachHintTakesItsPointsAndSaysWhoAskedForItWhen()
    {
        var (asked, silent) = (new Play(Helpful).Pass(2), new Play(Helpful).Pass(10));

        Ask(asked).Pass(4);
        Ask(asked).Pass(4);

        var lines = asked.World.Last.Score.Lines.Where(line => line.Part == ScorePart.Hints).ToArray();
        Assert.Equal([-10, -30], lines.Select(line => line.Points));
        Assert.Equal(["1", "ann", "00:02"], lines[0].Args);
        Assert.Equal(silent.World.Last.Score.Total - 40, asked.World.Last.Score.Total);
        Assert.Equal([1, 2], asked.World.Last.Hints.Select(hint => hint.Number));
    }

    [Fact]
    public void AHintIsRefusedBeforeItsTimeAndWhenNoneIsLeft()
    {
        var play = new Play(Helpful).Pass(1);

        Ask(play).Pass(1);
        Ask(play).Pass(8);
        Ask(play).Pass(1);
        Ask(play).Pass(1);

        Assert.Equal(["hint-taken", "hint-not-yet", "hint-taken", "hint-none-left"], Answers(play));
    }

    [Fact]
    public void AScenarioWithoutHintsSaysSo()
    {
        var play = new Play(Estates.Whole()).Pass(1);

        Ask(play).Pass(1);

        Assert.Equal(["hint-none"], Answers(play));
        Assert.DoesNotContain(play.World.Last.Score.Lines, line => line.Part == ScorePart.Hints);
    }

    [Fact]
    public void AHintCostsWhatItSaidAndTheTotalIsNeverBelowZero()
    {
        var nothing = Helpful with
        {
            Hints = [Hint(0, 200)], Score = Helpful.Score with { Service = 0, Cost = 0, Response = 150, Delivery = 0 },
        };
        var play = new Play(nothing).Pass(1);

        Ask(play).Pass(2);

        Assert.Equal(0, play.World.Last.Score.Total);
        var lines = play.World.Last.Score.Lines;
        Assert.Equal(0, lines.Sum(line => line.Points));
        Assert.Equal([-200, 50], lines.Where(line => line.Part == ScorePart.Hints).Select(line => line.Points));
    }

    private static Play Ask(Play play) => play.Do("take-hint", World.Hints);

    private static IEnumerable<string> Answers(Play play) =>
        play.Codes.Where(code => code.StartsWith("hint-", StringComparison.Ordinal));

    private static HintSpec Hint(double fromSeconds, int points) =>
        new(Estates.Seconds(fromSeconds), points, new LocalText("look", "보세요"));
}
