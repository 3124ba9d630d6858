using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// One user, 10 ms from a system that does nothing else, 5 ms of work: how long a request takes is round trips and work, to the
/// nanosecond. Handshakes: 1 ms full, 0.2 ms resumed.
/// </summary>
public sealed class ConnectionTests
{
    private const double Alone = 10 + 5 + 10;

    [Fact]
    public void ARequestOverAnOpenConnectionPaysNothingForIt() => Assert.Equal(Alone, Took(Behind(1_000), number: 1));

    [Fact]
    public void TcpCostsARoundTrip() => Assert.Equal(20 + Alone, Took(Behind()));

    [Theory]
    [InlineData(TlsEnd.Balancer, TlsVersion.Tls13, 20 + 20 + 1 + Alone)]
    [InlineData(TlsEnd.Balancer, TlsVersion.Tls12, 20 + 40 + 1 + Alone)]
    [InlineData(TlsEnd.Server, TlsVersion.Tls13, 20 + 20 + 1 + Alone)]
    [InlineData(TlsEnd.Server, TlsVersion.Tls12, 20 + 40 + 1 + Alone)]
    public void AFullHandshakeCostsOneRoundTripOrTwoAndItsWork(TlsEnd end, TlsVersion version, double ms) =>
        Assert.Equal(ms, Took(End(end) with { Tls = Entry.Tls(end, version, ticketSeconds: 0) }));

    [Theory]
    [InlineData(TlsEnd.Balancer, TlsVersion.Tls13)]
    [InlineData(TlsEnd.Balancer, TlsVersion.Tls12)]
    [InlineData(TlsEnd.Server, TlsVersion.Tls13)]
    [InlineData(TlsEnd.Server, TlsVersion.Tls12)]
    public void AResumedOneCostsOneRoundTripAndLittleWork(TlsEnd end, TlsVersion version) =>
        Assert.Equal(20 + 20 + 0.2 + Alone, Took(End(end) with { Tls = Entry.Tls(end, version) }, number: 1));

    [Fact]
    public void ATicketIsGoodForItsTimeOnly() =>
        Assert.Equal(
            20 + 20 + 1 + Alone, Took(Behind() with { Tls = Entry.Tls(TlsEnd.Balancer, ticketSeconds: 0.1) }, number: 1));

    [Fact]
    public void ThroughABalancerThatPassesBytesOnTheHandshakeGoesTheWholeWay()
    {
        var scenario = Behind() with { Tls = Entry.Tls(TlsEnd.Server, ticketSeconds: 0) };
        scenario = scenario with { Network = scenario.Network with { OtherRackNs = 500_000 } };

        // TCP ends at the balancer; hello, answer, request and answer each take the hop behind it
        Assert.Equal(20 + 10.5 + 1 + 10.5 + 10.5 + 5 + 10.5, Took(scenario));
    }

    [Fact]
    public void AConnectionWaitsForItsDnsAnswer()
    {
        var scenario = Behind() with { Dns = Entry.Dns(0, "balancer") };

        Assert.Equal(20 + 20 + Alone, Took(scenario));
        Assert.Equal(20 + Alone, Took(Unconnected(scenario)));
        Assert.Equal(Alone, Took(Unconnected(scenario with { Dns = Entry.Dns(1_000_000, "station") })));
    }

    [Fact]
    public void WithAnEdgeTheRoundTripsAreShort()
    {
        var scenario = Behind() with { Tls = Entry.Tls(TlsEnd.Balancer), Edge = Entry.Edge(10, 1_000) };
        scenario = scenario with { Classes = [scenario.Classes[0] with { EdgeCacheable = true }] };

        Assert.Equal(10 + 10 + 5 + 0.2 + 10 + 5 + 10 + 5, Took(scenario));
        Assert.Equal(10 + 10 + 5 + 0.2 + 5, Took(scenario, number: 1));
        Assert.Equal(5 + 0.2 + 5, Took(scenario.From(1, 1_000), number: 1));
    }

    [Fact]
    public void ATraceSaysWhereTheTimeWent()
    {
        var trace =
            TraceOf(Behind() with { Dns = Entry.Dns(0, "balancer"), Tls = Entry.Tls(TlsEnd.Balancer, ticketSeconds: 0) }, 0);

        Assert.Equal(
            [("dns", 0.0, 20.0), ("connect", 20, 40), ("tls", 40, 61), ("balancer/tls", 50, 51), ("balancer", 71, 76),
                ("station", 71, 76)],
            trace.Hops.Select(hop => (hop.At, Ms(hop.InNs - trace.StartNs), Ms(hop.OutNs - trace.StartNs))));
    }

    [Fact]
    public void ABrowserConnectsAsOftenAsItsPausesOutlastTheKeepAlive()
    {
        // each of 1 000 asks every 20 s on average; a pause outlasts 30 s with probability e^(−1.5)
        var scenario = Estates.Station(50, Estates.Fixed(0.1), cores: 4).From(1_000, keepAliveSeconds: 30);
        var report = Runs.Measure(Balanced(scenario) with { Tls = Entry.Tls(TlsEnd.Balancer, cores: 8) }, 7_200);

        var (connects, requests) = (report.Station("balancer/tls").Arrived, report.Station("balancer").Arrived);
        Runs.Near(Math.Exp(-1.5), connects / (double)requests, 0.02);
    }

    [Fact]
    public void ABrowserThatStillShakesHandsOpensAnotherConnection()
    {
        // one browser, 100 requests/s, handshakes of 1 s: after a restart every request begins one of its own until the first is
        // done
        var scenario = Balanced(Estates.Station(100, Estates.Fixed(0.1), cores: 4)).From(1);
        var play = new Play(scenario with { Tls = Entry.Tls(TlsEnd.Balancer, fullMs: 1_000, cores: 256, ticketSeconds: 0) }).Pass(
            1);
        Assert.Equal(0, play.World.Report().Station("balancer/tls").Arrived);

        play.Do("restart-balancer", "balancer").Pass(20);
        Assert.InRange(play.World.Report().Station("balancer/tls").Started, 85, 115);
    }

    [Fact]
    public void HandshakesQueueAsErlangCSays()
    {
        var scenario = Balanced(Estates.Station(128, Estates.Fixed(0.1), cores: 4)).From(100_000, keepAliveSeconds: 0.001);
        var tls = Entry.Tls(TlsEnd.Balancer, cores: 8, ticketSeconds: 0) with { Full = Estates.Exp(50) };
        var station = Runs.Measure(scenario with { Tls = tls }, 14_400).Station("balancer/tls");

        Runs.Near(14.30, station.Wait.MeanMs, 0.03);
        Runs.Near(64.30, station.Sojourn.MeanMs, 0.03);
        Runs.Near(257.6, station.Sojourn.P99Ms, 0.05);
        Runs.Near(0.8, station.Utilisation, 0.01);
        Assert.InRange(station.LittleResidual, -0.005, 0.005);
    }

    [Fact]
    public void ResumptionSavesTheWorkItLeavesOut()
    {
        var scenario = Balanced(Estates.Station(100, Estates.Fixed(0.1), cores: 4)).From(500, keepAliveSeconds: 0.001);
        double Busy(double ticketSeconds) => Runs
            .Measure(scenario with { Tls = Entry.Tls(TlsEnd.Balancer, ticketSeconds: ticketSeconds) }, 1_200)
            .Station("balancer/tls").Utilisation;

        // 100 handshakes/s of 1 ms on two cores; with tickets for longer than any pause, of 0.2 ms
        Runs.Near(0.05, Busy(0), 0.02);
        Runs.Near(0.01, Busy(7_200), 0.02);
    }

    [Theory]
    [InlineData(TlsEnd.Balancer)]
    [InlineData(TlsEnd.Server)]
    public void HandshakesAreWorkOfTheMachineThatTerminatesTls(TlsEnd end)
    {
        var scenario = End(end) with { Tls = Entry.Tls(end, fullMs: 4, ticketSeconds: 0) };
        scenario = scenario with { Classes = [scenario.Classes[0] with { RatePerSecond = 50 }] };
        var report = Runs.Measure(scenario.From(10_000, 0.001), 600);

        Runs.Near(50 * (end == TlsEnd.Server ? 0.009 : 0.005), report.Station("station/app").Utilisation, 0.03);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryRequestEndsWhateverBreaks(int which)
    {
        var play = new Play(which switch { 0 => Entry.WithEverything(), 1 => Entry.PassedOn(), _ => Entry.ByName() }).Pass(10);
        foreach (var server in new[] { "web-1", "web-2", "web-3" }) play.Do("restart-server", server).Pass(1.25);
        if (which < 2) play.Do("restart-balancer", "balancer").Pass(10).Do("restart-balancer", "balancer").Pass(0.5);
        play.Order(Faults.Of("rack-power", "rack-a", Estates.Seconds(3), 1)).Pass(6);
        Assert.True(play.World.Last.Service.InFlight > 10);

        play.Order(Faults.Of("traffic-surge", "users", Estates.Seconds(1_000), 1e-9)).Pass(60);
        Assert.Equal(0, play.World.Last.Service.InFlight);
    }

    [Fact]
    public void HandshakeLimitsNeedTlsAndADownBalancerIsNotRestarted()
    {
        var play = new Play(Entry.PassedOn()).Do("set-handshake-limit", "balancer", ("handshakes", "5"))
            .Do("restart-balancer", "balancer").Do("restart-balancer", "balancer").Pass(0.25);

        Assert.Equal(["no-handshakes", "balancer-restarting", "balancer-down"], play.Codes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InSteadyStateNothingIsAllocatedForAConnection(bool behind)
    {
        var plane = new DataPlane(behind ? Steady(Entry.WithEverything()) : Steady(Entry.ByName()), seed: 1, sampleTraces: false);
        plane.RunRequests(50_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        plane.RunRequests(100_000);

        // queues that grow to a new longest are all there is
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void RecordingTracesOfAllThisChangesNothing()
    {
        var (plain, traced) = (new World(Entry.WithEverything(), 3), new World(Entry.WithEverything(), 3, sampleTraces: true));
        for (var tick = 0; tick < 240; tick++) Assert.Equal(Headless.Step(plain, []).Hash, Headless.Step(traced, []).Hash);
    }

    private static Scenario Steady(Scenario scenario) => scenario with
    {
        Certificate = null,
        Tls = scenario.Tls! with { Full = Estates.Exp(1) },
    };

    private static Scenario End(TlsEnd end) => end == TlsEnd.Balancer ? Behind() : Direct();

    private static Scenario Behind(double keepAliveSeconds = 0.001) => Balanced(Direct(keepAliveSeconds));

    private static Scenario Direct(double keepAliveSeconds = 0.001) =>
        (Estates.Station(0.5, Estates.Fixed(5)) with { Network = new NetworkSpec(10_000_000, 0, 0) }).From(1, keepAliveSeconds);

    private static Scenario Unconnected(Scenario scenario) => scenario.From(0);

    private static Scenario Balanced(Scenario scenario) => scenario with
    {
        Servers = [scenario.Servers[0] with { Attached = true }],
        Balancer = new BalancerSpec(
            "balancer", Algorithm.RoundRobin, new HealthCheck(CheckPath.Shallow, Estates.Seconds(1e6), Estates.Seconds(5), 2, 2),
            0, Estates.Seconds(1)),
    };

    private static double Took(Scenario scenario, long number = 0)
    {
        var trace = TraceOf(scenario, number);
        Assert.Equal(Cause.None, trace.Cause);
        return Ms(trace.EndNs - trace.StartNs);
    }

    private static double Ms(long ns) => Nanoseconds.ToMilliseconds(ns);

    private static Trace TraceOf(Scenario scenario, long number)
    {
        var world = new World(scenario, seed: 1, sampleTraces: true);
        world.TraceOnly("users", number);
        while (true)
        {
            if (Headless.Step(world, []).Traces is [var trace, ..]) return trace;
        }
    }
}
