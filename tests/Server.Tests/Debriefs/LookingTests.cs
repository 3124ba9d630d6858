using OpsGame.Server.Debriefs;

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

    [Theory]
    [InlineData(100, 1.0, 1.0, 1.0)]
    [InlineData(7, 0.4, 0, 0.2)]
    [InlineData(0, 3.0, 1.0, 0)]
    [InlineData(0, 0, 0, 0)]
    public void SharesAreWholeAndTogetherWhatWasLost(int whole, double first, double second, double other)
    {
        var shares = Looking.Shares([first, second, other], whole);
        Assert.Equal(whole, shares.Sum());
        var all = Math.Max(1e-9, first + second + other);
        Assert.All(shares.Zip([first, second, other]), each => Assert.InRange(each.First - (each.Second / all * whole), -1, 1));
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
}
