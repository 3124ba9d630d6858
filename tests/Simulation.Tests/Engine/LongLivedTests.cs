using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>Connections that stay at a server after the answer to the request that opened them.</summary>
public sealed class LongLivedTests
{
    /// <summary>M/G/∞: λ × the mean time they last, whatever its distribution.</summary>
    [Theory]
    [InlineData(WorkKind.Exponential, 0)]
    [InlineData(WorkKind.Fixed, 0)]
    [InlineData(WorkKind.LogNormal, 4)]
    public void AsManyAreOpenAsComeWhileOneLasts(WorkKind kind, double scv)
    {
        var lasts = new WorkSpec(kind, Estates.Seconds(20), scv);
        var station = Estates.Station(20, Estates.Fixed(0.1), cores: 4, threads: 4);

        Runs.Near(400, MeanOpen(Of(station, lasts), seconds: 4_000), 0.03);
    }

    /// <summary>Whoever connected before the beginning is there when it begins.</summary>
    [Fact]
    public void AnEstateBeginsAsFullAsItIsLater()
    {
        var station = Estates.Station(20, Estates.Fixed(0.1), cores: 4, threads: 4);

        Runs.Near(12_000, MeanOpen(Of(station, Lasting(600)), seconds: 1), 0.03);
    }

    /// <summary>M/G/c/c: a server that may hold c turns away as Erlang B says, whatever the distribution.</summary>
    [Theory]
    [InlineData(WorkKind.Exponential)]
    [InlineData(WorkKind.Fixed)]
    public void AFullServerTurnsAwayAsErlangBSays(WorkKind kind)
    {
        var station = Of(
            Estates.Station(10, Estates.Fixed(0.1), cores: 4, threads: 4), new WorkSpec(kind, Estates.Seconds(2), 0));
        var limited = station.Built(server => server with
        {
            Roles = [.. server.Roles.Select(role => role with { Connections = 20 })],
        });
        var users = Runs.Measure(limited, 4_000).Classes[0];

        Runs.Near(Formulas.ErlangB(20, 20), users.FailedShare(Cause.ConnectionsFull), 0.05);
    }

    /// <summary>
    /// A third server has none of those there are. Dealt in turn it comes to λm/3 × (1 − exp(−t/m)); who goes to the server with
    /// the fewest all go there, which makes three times as many.
    /// </summary>
    [Theory]
    [InlineData(Algorithm.RoundRobin, 60, 1.0 / 3)]
    [InlineData(Algorithm.LeastOutstanding, 15, 1)]
    public void ANewServerFillsWithNewConnectionsAlone(Algorithm algorithm, double seconds, double share)
    {
        var (held, runs) = (0.0, 5);
        for (var seed = 1UL; seed <= (ulong)runs; seed++)
        {
            var play = new Play(Chat(servers: 3, algorithm), seed).Detach("app-3").Pass(600);
            Assert.Equal(0, play.Telemetry("app-3").Connections);
            play.Do("attach", "balancer", ("server", "app-3")).Pass(seconds + 0.25);
            held += play.Telemetry("app-3").Connections;
        }

        Runs.Near(20 * 60 * share * (1 - Math.Exp(-seconds / 60)), held / runs, 0.06);
    }

    /// <summary>
    /// A drain waits its time; cut is whoever would have stayed longer: exp(−delay/m), or 1 − delay/L of a fixed L.
    /// </summary>
    [Theory]
    [InlineData(WorkKind.Exponential, 30, 0.60653)]
    [InlineData(WorkKind.Exponential, 120, 0.13534)]
    [InlineData(WorkKind.Fixed, 30, 0.5)]
    public void ADrainCutsThoseWhoWouldStayLonger(WorkKind kind, double delay, double share)
    {
        var (held, cut) = (0.0, 0.0);
        for (var seed = 1UL; seed <= 4; seed++)
        {
            var chat = Chat(servers: 2, Algorithm.RoundRobin, new WorkSpec(kind, Estates.Seconds(60), 0));
            var play = new Play(
                chat with { Balancer = chat.Balancer! with { DrainNs = Estates.Seconds(delay) } }, seed).Pass(60);
            held += play.Telemetry("app-1").Connections;
            play.Detach("app-1").Pass(delay + 1);
            cut += int.Parse(
                play.Events.First(told => told.Code == "target-drained").Args[2],
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(0, play.Telemetry("app-1").Connections);
        }

        Runs.Near(share, cut / held, 0.06);
    }

    /// <summary>Messages are requests too, and go where their connection goes: none to a server that has no connection.</summary>
    [Fact]
    public void MessagesStayWithTheirConnection()
    {
        var chat = Talking(Chat(servers: 2, Algorithm.RoundRobin), each: 0.1);
        var play = new Play(chat).Detach("app-2").Pass(400);
        var seen = play.Watch(100);

        // 20 a second connect
        Runs.Near(1_200 * 0.1 + 20, seen.Offered, 0.05);
        Assert.Equal(0, play.Telemetry("app-2").Roles[0].Arrived);
        Assert.Equal(0, seen.Failures);
    }

    /// <summary>Who was cut comes back, after a round trip or when a heartbeat is missed, and is served elsewhere.</summary>
    [Theory]
    [InlineData("restart-server", 3)]
    [InlineData("server-crash", 60)]
    public void WhoWasCutConnectsAnew(string blow, double until)
    {
        var play = new Play(Chat(servers: 3, Algorithm.RoundRobin)).Pass(30);
        var (open, offered) = (play.Telemetry("app-1").Connections, play.World.Report().Classes[0].Offered);
        play.Do(blow, "app-1").Pass(1);
        Assert.Equal(0, play.Telemetry("app-1").Connections);

        play.Pass(until - 1);
        var cameBack = play.World.Report().Classes[0].Offered - offered - 20 * until;
        Assert.InRange(cameBack, 0.8 * open, 1.2 * open);
    }

    /// <summary>
    /// Of processes that were replaced those that hold connections stay, until these have ended or time is over.
    /// </summary>
    [Theory]
    [InlineData("0", 2, 0.98, 1.02)]
    [InlineData("5", 1, 0.1, 0.6)]
    public void AReloadLeavesConnectionsWithTheOldProcesses(string shutdown, int generations, double least, double most)
    {
        var chat = Chat(servers: 1, Algorithm.RoundRobin);
        var untouched = new Play(chat).Pass(50).Telemetry("app-1").Connections;
        var now = new Play(chat).Pass(30).Do("reload", "app-1", ("role", "web"), ("shutdown", shutdown)).Pass(20)
            .Telemetry("app-1");

        Assert.Equal(generations, 1 + now.Others.Count(old => old.Role == Role.Web));
        Assert.InRange(now.Connections, least * untouched, most * untouched);
    }

    [Fact]
    public void ABalancerThatRestartsCutsThemAll()
    {
        var play = new Play(Chat(servers: 2, Algorithm.RoundRobin)).Pass(30).Do("balancer-crash", "balancer").Pass(0.5);

        Assert.InRange(play.World.Last.ServerTelemetry.Sum(server => server.Connections), 0, 20);
    }

    private static double MeanOpen(Scenario scenario, int seconds)
    {
        var world = new World(scenario, 1);
        var open = 0.0;
        for (var second = 1; second <= seconds; second++)
        {
            while (world.NowNs < Estates.Seconds(second)) Headless.Step(world, []);
            open += world.Last.ServerTelemetry.Sum(server => server.Connections);
        }

        return open / seconds;
    }

    /// <summary>20 a second that last a minute, so 1 200.</summary>
    private static Scenario Chat(int servers, Algorithm algorithm, WorkSpec? lasts = null)
    {
        var shop = Shop.Of(20, servers).Dealt(algorithm)
            .Asked(users => users with { App = Estates.Fixed(1), Db = Estates.Fixed(1) });
        return Of(shop, lasts ?? Lasting(60));
    }

    private static Scenario Talking(Scenario chat, double each) => chat with
    {
        Classes = [.. chat.Classes, chat.Classes[0] with { Id = "says", LongLived = null, Over = "users", RatePerSecond = each }],
    };

    private static WorkSpec Lasting(double seconds) => new(WorkKind.Exponential, Estates.Seconds(seconds), 0);

    private static Scenario Of(Scenario scenario, WorkSpec lasts) =>
        scenario.Asked(users => users with { LongLived = new LongLivedSpec(lasts) });
}
