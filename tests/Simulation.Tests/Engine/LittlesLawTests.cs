namespace OpsGame.Simulation.Tests.Engine;

/// <summary>L = λW on every station there is, idle, busy and overloaded, whatever its queue's length, losses or faults.</summary>
public sealed class LittlesLawTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void LittlesLawHoldsOnEveryStationOfAnEstate(double load)
    {
        foreach (var scenario in new[] { Estates.Whole(), Estates.Contended() })
        {
            var report = Runs.Measure(
                scenario with
                {
                    Classes = [.. scenario.Classes.Select(users => users with { RatePerSecond = users.RatePerSecond * load })],
                }, 1_200);

            Assert.True(report.Stations.Length >= 11, "four web and four application roles, balancer, cache, database");
            Assert.All(report.Stations, station => Assert.True(station.Started > 1_000, station.Id));
            Assert.All(report.Stations, station => Assert.InRange(station.LittleResidual, -0.01, 0.01));
        }
    }
}
