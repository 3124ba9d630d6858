namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 5. A check that asks the web server alone stays green while every request fails behind it.</summary>
public sealed class ShallowCheckTests
{
    [Fact]
    public void AllTargetsAreHealthyAndEverythingFails()
    {
        var seen = WithoutDatabase().Watch(60);

        Assert.Equal(0, seen.Goodput);
        Assert.Equal(2, seen.HealthyLeast);
    }

    [Fact]
    public void StartingTheDatabaseCures() =>
        Assert.Equal(0, WithoutDatabase().Do("start-server", "db-1").Pass(30).Watch(60).Failures);

    [Fact]
    public void ADeepCheckShowsItButDoesNotCure()
    {
        var seen = WithoutDatabase().Check(timeout: "2", path: "deep").Pass(20).Watch(60);

        Assert.Equal(0, seen.HealthyMost);
        Assert.Equal(0, seen.Goodput);
    }

    [Fact]
    public void RestartingTheServersDoesNotCure() =>
        Assert.Equal(0, WithoutDatabase().Restart("app-1", "app-2").Pass(20).Watch(60).Goodput);

    [Fact]
    public void WithTheDatabaseNothingHappens() => Assert.Equal(0, new Play(Shop.Of(100)).Pass(40).Watch(60).Failures);

    private static Play WithoutDatabase() => new Play(Shop.Of(100)).Pass(20).Do("stop-server", "db-1").Pass(20);
}
