using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Tests.Kinds;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Hints;

public class HintBookTests
{
    private readonly HintBook _book = new([Hint(0, 10), Hint(60, 30)]);
    private readonly List<DomainEvent> _events = [];

    [Fact]
    public void EveryEstateAnswersToAskingForAHint()
    {
        Assert.Equal(HintBook.Kind, Acting.World().KindOf("hints"));
        Assert.Equal(["take-hint"], Acting.ActionsOn(HintBook.Kind));
    }

    [Fact]
    public void HintsComeInOrderAndNotBeforeTheirTime()
    {
        Take(1);
        Take(59);
        Take(60);
        Take(61);
        Assert.Equal(["hint-taken", "hint-not-yet", "hint-taken", "hint-none-left"], _events.Select(told => told.Code));
        Assert.Equal([1, 2], _book.Taken.Select(hint => hint.Number));
        Assert.Equal("01:00", _events[1].Args[1]);
    }

    [Fact]
    public void EachCostsWhatItSaidItWould()
    {
        Take(1);
        Take(60);
        var lines = new List<ScoreLine> { new(ScorePart.Service, 25, "score-service", []) };
        _book.AddLines(lines);
        Assert.Equal([25, -10, -30], lines.Select(line => line.Points));
    }

    private static HintSpec Hint(double seconds, int points) => new(Estates.Seconds(seconds), points, new LocalText("", ""));

    private void Take(double seconds) => _book.Take(Acting.Of("take-hint", "hints"), Estates.Seconds(seconds), _events);
}
