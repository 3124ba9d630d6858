using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 21. A rack without power takes all its servers; what stands elsewhere goes on.</summary>
public sealed class RackPowerTests
{
    [Fact]
    public void ServersInOneRackAreLostWithIt()
    {
        var seen = Dark(spread: false).Pass(20).Watch(60);

        Assert.Equal(0, seen.Goodput);
    }

    [Fact]
    public void SpreadOverTwoRacksTheOtherHalfServesEverybody()
    {
        var seen = Dark(spread: true).Pass(20).Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.Equal(2, seen.HealthyMost);
    }

    [Fact]
    public void AQuickerCheckShortensTheGap()
    {
        var slow = Dark(spread: true).Watch(60).Failures;
        var quick = Dark(spread: true, interval: 2).Watch(60).Failures;

        Assert.True(quick * 2 < slow, $"{quick} {slow}");
    }

    [Fact]
    public void MoreServersInTheSameRackDoNotHelp() =>
        Assert.Equal(0, Dark(spread: false, servers: 8).Pass(20).Watch(60).Goodput);

    [Fact]
    public void WithPowerNothingHappens() => Assert.Equal(0, new Play(Racked(true, 4, 5)).Pass(40).Watch(60).Failures);

    private static Play Dark(bool spread, int servers = 4, double interval = 5) =>
        new Play(Racked(spread, servers, interval)).Pass(20).Fault("rack-power", "rack-a", seconds: 600);

    private static Scenario Racked(bool spread, int servers, double interval) =>
        Shop.Of(120, servers).Checked(Shop.Check(CheckPath.Shallow, timeout: 1, interval)).Built(server =>
            spread && server.Id is "app-3" or "app-4" ? server with { Rack = "rack-b" } : server);
}
