using CsCheck;
using OpsGame.Simulation.Scores;

namespace OpsGame.Simulation.Tests.Scores;

public class ServiceScoreTests
{
    [Fact]
    public void TheShareIsTheMeanUnlessMostWasLost() =>
        Assert.Equal([1, 0.5, 0.1, 0], new[] { 1, 0.5, 0.1, -1 }.Select(ServiceScore.Share));

    [Fact]
    public void HoweverBadItWasRecoveringPays() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample((one, other) =>
            Math.Abs(one - other) < 1e-9 || one < other == ServiceScore.Share(one) < ServiceScore.Share(other));
}
