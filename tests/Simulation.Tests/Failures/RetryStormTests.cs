using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 1. Users who retry multiply the load, so the overload stays after what began it is gone.</summary>
public sealed class RetryStormTests
{
    [Fact]
    public void TheStormStaysWhenTheSurgeIsGone()
    {
        var storm = Surged(Impatient(budget: 0)).Watch(120);

        Assert.InRange(storm.Offered, 130, 150);
        Assert.True(storm.Goodput < 1);
        Assert.True(storm.Cpu("app-1") > 0.99);
    }

    [Fact]
    public void ARetryBudgetEndsTheStorm() => Assert.Equal(0, Surged(Impatient(budget: 0.1)).Watch(120).Failures);

    [Fact]
    public void RestartingServersOneByOneDoesNotEndTheStorm()
    {
        var play = Surged(Impatient(budget: 0)).Restart("app-1").Pass(20).Restart("app-2").Pass(20);

        Assert.True(play.Watch(60).Goodput < 1);
    }

    [Fact]
    public void RestartingAllAtOnceDropsTheQueueAndEndsTheStorm()
    {
        var play = Surged(Impatient(budget: 0)).Restart("app-1", "app-2").Pass(20);

        Assert.Equal(0, play.Watch(60).Failures);
    }

    [Fact]
    public void OneMoreServerDoesNotEndTheStormButThreeDo()
    {
        Assert.True(Surged(Impatient(budget: 0)).Buy(1).Watch(60).Goodput < 1);
        Assert.Equal(0, Surged(Impatient(budget: 0)).Buy(3).Watch(60).Failures);
    }

    [Fact]
    public void WithoutTheSurgeNothingHappens() => Assert.Equal(0, new Play(Impatient(budget: 0)).Pass(60).Watch(120).Failures);

    private static Play Surged(Scenario scenario) =>
        new Play(scenario).Pass(20).Fault("traffic-surge", "users", seconds: 10, amount: 3).Pass(40);

    private static Scenario Impatient(double budget) => Shop.Of(140).Asked(users => users with
    {
        PatienceNs = Estates.Seconds(1),
        Retry = new RetrySpec(4, Estates.Seconds(0.05), 0, budget),
    });
}
