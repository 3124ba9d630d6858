using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>What a wire lets through and how long it takes, against closed formulas.</summary>
public sealed class LinkTheoryTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void APlainDeviceWaitsAsMD1(double load)
    {
        // answers of 125 kB over 1 Gbit/s take 1 ms; as many cores as one likes send them off as Poisson as the users came
        var wired = Wired(rate: 1000 * load, uplink: 1e9, responseBytes: 125_000);
        var report = Runs.Measure(
            wired with { Racks = [wired.Racks[0], wired.Racks[1] with { UplinkDiscipline = UplinkDiscipline.Fifo }] }, 600);

        var uplink = report.Station("rack-b/uplink");
        Runs.Near(load * 1 / (2 * (1 - load)), uplink.Wait.MeanMs, 0.03);
        Runs.Near(1 + load * 1 / (2 * (1 - load)), uplink.Sojourn.MeanMs, 0.03);
        Runs.Near(load, uplink.Utilisation, 0.02);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.8)]
    public void ASharedUplinkTakesAMessageAsMuchLongerAsItIsBusyWhateverItsSize(double load)
    {
        // half the load are answers of 20 kB, half answers of 200 kB: 0.16 and 1.6 ms over an idle uplink
        var wired = Wired(rate: 0, uplink: 1e9, responseBytes: 0);
        ClassSpec Users(string id, double bytes) => wired.Classes[0] with
        {
            Id = id, RatePerSecond = load / 2 / (bytes * 8 / 1e9), ResponseBytes = bytes,
        };
        var report = new Check(BatchMeans.Of(
            wired with { Classes = [Users("small", 2e4), Users("large", 2e5)] }, 20 / (1 - load) / (1 - load)));

        // the work itself takes 2 µs
        report.Exactly("small", 0.002 + 0.16 / (1 - load), 0.03, row => row.Classes[0].Latency.MeanMs)
            .Exactly("large", 0.002 + 1.6 / (1 - load), 0.03, row => row.Classes[1].Latency.MeanMs)
            .Exactly("utilisation", load, 0.02, row => row.Station("rack-b/uplink").Utilisation)
            .Little()
            .MustHold();
    }

    [Theory]
    [InlineData(UplinkDiscipline.Fair)]
    [InlineData(UplinkDiscipline.Fifo)]
    public void AnUplinkThatIsLostTakesEveryMessageInsideWithIt(UplinkDiscipline discipline)
    {
        // answers of 10 s each over an idle uplink: after 20 s many are inside, and nothing else is under way
        var wired = Wired(rate: 2, uplink: 1e6, responseBytes: 1_250_000);
        var play = new Play(wired with { Racks = [wired.Racks[0], wired.Racks[1] with { UplinkDiscipline = discipline }] });
        var inside = play.Pass(20).Fault("traffic-surge", World.Users, 60, amount: 0).Pass(0.25).World.Last.Service.InFlight;
        var answered = play.World.Report().Classes[0].Answered;

        // whoever waits for one of them notices when the time to connect to the database is over, and not before
        play.Fault("rack-uplink", "rack-b", seconds: 60).Pass(3.0);
        Assert.InRange(inside, 20, 60);
        Assert.Equal(inside, play.World.Last.Service.InFlight + play.World.Report().Classes[0].Answered - answered);
        var left = play.Pass(0.5).World.Report().Classes[0];

        Assert.Equal(0, play.World.Last.Service.InFlight);
        Assert.Equal(inside, left.Failed[Cause.Unreachable] + left.Answered - answered);
        Assert.InRange(left.Answered - answered, 0, 1);
    }

    [Fact]
    public void AFastEnoughUplinkAddsNoWait()
    {
        var with = Runs.Measure(Wired(500, 1e12, 125_000), 120);
        var without = Runs.Measure(Wired(500, 0, 125_000), 120);

        // the answer itself takes a microsecond
        Assert.Equal(without.Station("station/app").Sojourn.MeanMs + 0.001, with.Station("station/app").Sojourn.MeanMs, 1e-5);
        Assert.DoesNotContain(without.Stations, row => row.Id.Contains("link", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", 0.2)]
    [InlineData("rack-b", "", 0.5)]
    [InlineData("rack-b", "far", 1.5)]
    public void AHopTakesAsLongAsPlacesAreApart(string rack, string zone, double oneWayMs)
    {
        var wired = Wired(10, 0, 0);
        var scenario = wired with
        {
            Network = new NetworkSpec(0, 200_000, 500_000),
            Racks = [wired.Racks[0], wired.Racks[1] with { Zone = zone }],
            Servers = [wired.Servers[0], wired.Servers[1] with { Rack = rack.Length == 0 ? "rack-a" : rack }],
        };

        var station = Runs.Measure(scenario, 120).Station("station/app");

        Assert.Equal(0.001 + 0.001 + 2 * oneWayMs, station.Sojourn.P50Ms, 0.02);
    }

    /// <summary>Application in rack-a, database in rack-b, with work that takes a microsecond and cores without end.</summary>
    private static Scenario Wired(double rate, double uplink, double responseBytes)
    {
        var one = Estates.Station(rate, Estates.Fixed(0.001), cores: 256);
        return one with
        {
            Network = new NetworkSpec(0, 0, 0),
            Classes = [one.Classes[0] with { Db = Estates.Fixed(0.001), RequestBytes = 0, ResponseBytes = responseBytes }],
            Racks = [new RackSpec("rack-a", 4), new RackSpec("rack-b", 4, UplinkBitsPerSecond: uplink)],
            Servers =
            [
                one.Servers[0] with { Rack = "rack-a" },
                new ServerSpec("db-1", "rack-b", "size", "v1", false, [new RoleSpec(Role.Db, 1, 1, 0, 0, 0)]),
            ],
            Database = new DatabaseSpec("database", "db-1", 100_000, 100_000),
        };
    }
}
