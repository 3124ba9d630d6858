using OpsGame.Server.Debriefs;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Debriefs;

public sealed class LookingTests
{
    [Fact]
    public void ARunTurnsWhereItsLossChangesMost()
    {
        // nothing for a minute, two points a second for forty seconds, nothing again
        var turn = Looking.Turning([.. Enumerable.Range(1, 160).Select(second => 2.0 * Math.Clamp(second - 60, 0, 40))]);
        Assert.Equal(new Turn(60, 0, 120), turn);
    }

    [Fact]
    public void ARunThatLosesEvenlyTurnsNowhere() =>
        Assert.Null(Looking.Turning([.. Enumerable.Range(1, 100).Select(second => second * 0.01)]));

    [Fact]
    public void AnEmptyRunTurnsNowhere() => Assert.Null(Looking.Turning([]));

    [Fact]
    public void SharesAreWholeAndTogetherWhatWasLost()
    {
        var lost = Enumerable.Range(1, 90).Select(second => second * 100 / 90.0);
        var shares = Looking.Shares([.. lost], [Cause(10, 20), Cause(15, 25)], 100);
        Assert.Equal(100, shares.Sum());
        // from 10 to 15 the first is the latest; the second until half a minute after its end; then none is
        Assert.Equal([5, 45, 50], shares.Select(share => (int)Math.Round(share / 5.0) * 5));
    }

    [Theory]
    [InlineData(500, 901)]
    [InlineData(700, 650)]
    [InlineData(0, 1)]
    public void EveryMedalIsAboveDoingNothingAndGoldIsParsOwn(int nothing, int par)
    {
        var medals = Medals.Between(nothing, par);
        Assert.True(nothing < medals.Bronze && medals.Bronze < medals.Silver && medals.Silver < medals.Gold);
        if (par - nothing >= 3) Assert.Equal(par, medals.Gold);
    }

    private static CauseSpec Cause(int from, int until) => new(
        [new CauseAnswer(FailureKind.HungBackend, "web-1")], from * Nanoseconds.PerSecond, until * Nanoseconds.PerSecond);
}
