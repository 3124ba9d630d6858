using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 23. A firewall rule drops what the application servers send to the database; both run, every check is green.
/// </summary>
public sealed class ClosedTierTests
{
    [Fact]
    public void NoRequestIsAnsweredWhileEveryServerIsHealthyAndIdle()
    {
        var seen = Closed("app").Watch(60);

        Assert.Equal(0, seen.Goodput);
        Assert.Equal(2, seen.HealthyLeast);
        Assert.Equal(0, seen.Cpu("db-1"));
    }

    [Fact]
    public void OpeningTheFirewallForThatTierCures() =>
        Assert.Equal(0, Closed("app").Do("open-firewall", "db-1", ("from", "app")).Pass(20).Watch(60).Failures);

    [Fact]
    public void OpeningTheFirewallForAnotherTierDoesNotHelp()
    {
        var play = Closed("app").Do("open-firewall", "db-1", ("from", "web"));
        var seen = play.Pass(20).Watch(60);

        Assert.Contains("firewall-open-already", play.Codes);
        Assert.Equal(0, seen.Goodput);
    }

    [Fact]
    public void RestartsAndMoreServersDoNotHelp()
    {
        var play = Closed("app").Restart("app-1", "app-2", "db-1").Buy(2);

        Assert.Equal(0, play.Watch(60).Goodput);
    }

    [Fact]
    public void ARuleForATierThatSendsNothingThereChangesNothing() => Assert.Equal(0, Closed("web").Watch(60).Failures);

    [Fact]
    public void AServerClosedToTheBalancerIsUnhealthyAndTheOtherServes()
    {
        var seen = Calm().Do("close-firewall", "app-1", ("from", "users")).Pass(20).Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.Equal(1, seen.HealthyMost);
    }

    [Fact]
    public void TheFirewallRuleOfAFaultEndsByItself()
    {
        var fault = FaultSpec.Of(
            "firewall", "db-1", Estates.Seconds(20), Estates.Seconds(30), ("from", "app"));
        var play = new Play(Shop.Of(60) with { Faults = [fault] }).Pass(25);

        Assert.Equal(0, play.Watch(20).Goodput);
        Assert.Equal(0, play.Pass(15).Watch(30).Failures);
    }

    private static Play Calm() => new Play(Shop.Of(60)).Pass(20);

    private static Play Closed(string from) => Calm().Do("close-firewall", "db-1", ("from", from)).Pass(10);
}
