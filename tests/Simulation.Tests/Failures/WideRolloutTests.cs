using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 16. A rollout that takes too many servers at once leaves too few for the traffic.</summary>
public sealed class WideRolloutTests
{
    [Fact]
    public void ThreeQuartersAtOnceOverloadTheRest()
    {
        var seen = Rolled("0.75").Watch(80);

        Assert.Equal(1, seen.HealthyLeast);
        Assert.True(seen.Failures > 1000);
    }

    [Fact]
    public void AQuarterAtATimeFailsNobody()
    {
        var seen = Rolled("0.25").Watch(160);

        Assert.Equal(3, seen.HealthyLeast);
        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void ALongerDrainDoesNotHelp() => Assert.True(Rolled("0.75", drain: "30").Watch(80).Failures > 1000);

    [Fact]
    public void WithoutARolloutNothingHappens() => Assert.Equal(0, new Play(Peak()).Pass(10).Watch(80).Failures);

    private static Play Rolled(string fraction, string drain = "5") => new Play(Peak()).Pass(10)
        .Do("start-rollout", "rollout", ("version", "good"), ("fraction", fraction), ("drain", drain), ("bake", "5"));

    private static Scenario Peak() =>
        Shop.Of(230, servers: 4) with { Releases = [Shop.Release("good", appFactor: 1, errorRate: 0)] };
}
