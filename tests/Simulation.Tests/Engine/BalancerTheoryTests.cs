using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>What balancers deal, against closed formulas.</summary>
public sealed class BalancerTheoryTests
{
    [Fact]
    public void RoundRobinDealsExactlyByWeight()
    {
        var (world, _) = Dealt(Algorithm.RoundRobin, weights: [5, 2, 1], seconds: 200);

        var counts = Counts(world);
        var round = counts.Sum() / 8.0;
        // smooth: at no moment anybody is more than one request off its share
        Assert.All(counts.Zip([5, 2, 1]), pair => Assert.InRange(pair.First, pair.Second * round - 1, pair.Second * round + 1));
    }

    [Fact]
    public void SmoothRoundRobinInterleavesTheHeavyTarget()
    {
        // nginx' own example: weights 5, 1, 1 are dealt a a b a c a a
        var node = Node(Algorithm.RoundRobin, [5, 1, 1]);

        Assert.Equal([0, 0, 1, 0, 2, 0, 0], Enumerable.Range(0, 7).Select(_ => node.Pick(0, 0)));
    }

    [Fact]
    public void RandomDealsByWeightInTheMean()
    {
        var (world, _) = Dealt(Algorithm.Random, weights: [5, 2, 1], seconds: 600);

        var counts = Counts(world);
        // 60 000 requests: three standard deviations of a share of ⅛ are 0.4 % of all
        Assert.All(counts.Zip([5, 2, 1]),
            pair => Assert.InRange(pair.First / (double)counts.Sum(), pair.Second / 8.0 - 0.006, pair.Second / 8.0 + 0.006));
    }

    [Fact]
    public void LeastOutstandingFillsTargetsByTheirWeight()
    {
        var node = Node(Algorithm.LeastOutstanding, [3, 1]);
        for (var request = 0; request < 40; request++) node[node.Pick(0, 0)].Outstanding++;

        Assert.Equal([30, 10], node.Targets.Select(target => target.Outstanding));
    }

    [Fact]
    public void ASlowStarterClimbsLinearlyToItsShare()
    {
        var node = Node(Algorithm.RoundRobin, [1, 1]);
        node.Limits = BalancerLimits.None with { SlowStartNs = Estates.Seconds(100) };
        node.Set(node[1].Server, serves: false, fresh: false, 0);
        node.Set(node[1].Server, serves: true, fresh: true, 0);

        // at a constant rate for a while around each moment: w/(1+w), w = t/100
        foreach (var second in new[] { 10, 50, 80, 120 })
        {
            var picks = Enumerable.Range(0, 1000).Count(_ => node.Pick(0, Estates.Seconds(second)) == 1);
            var weight = Math.Min(1, second / 100.0);
            Assert.InRange(picks, 1000 * weight / (1 + weight) - 2, 1000 * weight / (1 + weight) + 2);
        }
    }

    [Fact]
    public void AConnectionLimitOfOneMakesTheBalancerTheQueueOfAnMMc()
    {
        // ten servers with one core each, one request at a time: all wait in one line, Erlang C at c = 10, ρ = 0.9
        var scenario = Farm(Algorithm.RoundRobin, 900);
        scenario = scenario with
        {
            Balancer = scenario.Balancer! with { Limits = new BalancerLimits(0, 1, 100_000, 0, 0) },
        };

        var report = Runs.Measure(scenario, 3_600);

        var wait = ErlangC(10, 9) / (1000 - 900) * 1000;
        Runs.Near(wait, report.Station("balancer").Wait.MeanMs, 0.04);
        Runs.Near(wait + 10, report.Station("balancer").Sojourn.MeanMs, 0.03);
        Assert.All(Enumerable.Range(1, 10), n => Assert.InRange(report.Station($"app-{n}/app").Wait.MeanMs, 0, 1e-9));
        Assert.InRange(report.Station("balancer").LittleResidual, -0.005, 0.005);
    }

    [Fact]
    public void ABoundedQueueAtTheBalancerLosesWhatMMcKSays()
    {
        // two servers, one at a time, three waiting: K = 5; offered 1.2 of what they can
        var scenario = Farm(Algorithm.LeastOutstanding, 240, servers: 2);
        scenario = scenario with { Balancer = scenario.Balancer! with { Limits = new BalancerLimits(0, 1, 3, 0, 0) } };

        var balancer = Runs.Measure(scenario, 3_600).Station("balancer");

        double[] p = [1, 2.4, 2.4 * 2.4 / 2, 0, 0, 0];
        for (var n = 3; n <= 5; n++) p[n] = p[n - 1] * 1.2;
        Runs.Near(p[5] / p.Sum(), balancer.Lost[Cause.QueueFull] / (double)balancer.Arrived, 0.03);
    }

    [Fact]
    public void WaitingAtTheBalancerEndsAfterItsTimeout()
    {
        var scenario = Farm(Algorithm.RoundRobin, 300, servers: 2);
        scenario = scenario with
        {
            Balancer = scenario.Balancer! with { Limits = new BalancerLimits(0, 1, 1000, Estates.Seconds(0.2), 0) },
        };

        var balancer = Runs.Measure(scenario, 300).Station("balancer");

        Assert.InRange(balancer.Lost[Cause.QueueTimeout] / (double)balancer.Arrived, 0.3, 0.37);
        Assert.InRange(balancer.Wait.MaxMs, 150, 200);
    }

    [Fact]
    public void TwoLevelsOfBalancersAreTwoStationsInARow()
    {
        // one web server with 2 cores of 10 ms, behind it an inner balancer with one line for 4 application servers of 16 ms
        var scenario = TwoLevels(rate: 160);
        var report = Runs.Measure(scenario, 7_200);

        var web = ErlangC(2, 1.6) / (200 - 160.0) * 1000 + 10;
        var app = ErlangC(4, 160 * 0.016) / (250 - 160.0) * 1000 + 16;
        Runs.Near(app, report.Station("inner").Sojourn.MeanMs, 0.03);
        Runs.Near(web + app, report.Station("web-1/web").Sojourn.MeanMs, 0.03);
        Runs.Near(web + app, report.Station("balancer").Sojourn.MeanMs, 0.03);
        Assert.All(report.Stations, station => Assert.InRange(station.LittleResidual, -0.005, 0.005));
    }

    private static Scenario Farm(Algorithm algorithm, double rate, int servers = 10)
    {
        var one = Estates.Station(rate, Estates.Exp(10));
        return one with
        {
            Racks = [new RackSpec("rack", servers)],
            Servers = [.. Enumerable.Range(1, servers).Select(n => one.Servers[0] with { Id = $"app-{n}", Attached = true })],
            Balancer = new BalancerSpec("balancer", algorithm, NeverChecked, 0, Estates.Seconds(1)),
        };
    }

    private static HealthCheck NeverChecked => new(CheckPath.Shallow, Estates.Seconds(1e6), Estates.Seconds(5), 2, 2);

    private static (World World, Scenario Scenario) Dealt(Algorithm algorithm, int[] weights, double seconds)
    {
        var farm = Farm(algorithm, 100, weights.Length);
        var scenario =
            farm with { Servers = [.. farm.Servers.Select((server, index) => server with { Weight = weights[index] })] };
        var world = new World(scenario, 1);
        while (world.NowNs < Estates.Seconds(seconds)) Headless.Step(world, []);
        return (world, scenario);
    }

    private static long[] Counts(World world) =>
        [.. world.Report().Stations.Where(row => row.Id.EndsWith("/app", StringComparison.Ordinal)).Select(row => row.Arrived)];

    private static BalancerNode Node(Algorithm algorithm, int[] weights)
    {
        var node = new BalancerNode("balancer", 0, algorithm, new Simulation.Chance.Draw(1, Simulation.Chance.Purpose.Balance, 0),
            new StationMeter("balancer"));
        var rack = new RackNode("rack", 0, 0);
        for (var index = 0; index < weights.Length; index++)
        {
            var server = new ServerNode($"app-{index}", rack, 1, new DiskNode(0, 0));
            node.Set(server, serves: true, fresh: false, 0);
            node.Weigh(server.Id, weights[index]);
        }

        return node;
    }

    private static Scenario TwoLevels(double rate)
    {
        var one = Estates.Station(rate, Estates.Exp(16));
        var app = one.Servers[0] with { Attached = true };
        return one with
        {
            Classes = [one.Classes[0] with { Web = Estates.Exp(10) }],
            Sizes = [one.Sizes[0], one.Sizes[0] with { Id = "double", Cores = 2 }],
            Racks = [new RackSpec("rack", 10)],
            Servers =
            [
                app with
                {
                    Id = "web-1", Size = "double",
                    Roles = [app.Roles[0] with { Role = Role.Web, Discipline = Discipline.Sliced }],
                },
                .. Enumerable.Range(1, 4).Select(n => app with { Id = $"app-{n}" }),
            ],
            Balancer = new BalancerSpec("balancer", Algorithm.RoundRobin, NeverChecked, 0, Estates.Seconds(1)),
            Inner = new BalancerSpec("inner", Algorithm.RoundRobin, NeverChecked, 0, Estates.Seconds(1))
            {
                Limits = new BalancerLimits(0, 1, 100_000, 0, 0),
            },
        };
    }

    /// <summary>The share that waits, c servers and a offered.</summary>
    private static double ErlangC(int servers, double offered)
    {
        double term = 1, sum = 0;
        for (var n = 0; n < servers; n++)
        {
            sum += term;
            term *= offered / (n + 1);
        }

        var waiting = term * servers / (servers - offered);
        return waiting / (sum + waiting);
    }
}
