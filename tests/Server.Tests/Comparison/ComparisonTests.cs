using System.Collections.Immutable;
using OpsGame.Server.Comparison;
using OpsGame.Server.Plans;
using OpsGame.Server.Runs;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Comparison;

public class ComparisonTests
{
    private static readonly ImmutableArray<ulong> Seeds = [.. Enumerable.Range(1, 30).Select(seed => (ulong)seed)];

    private static ImmutableArray<Scenario> Scenarios => [.. ComparisonFiles.ReadScenarios().Select(found => found.Scenario)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All of it, 540 runs: whoever changes what they come to makes figures.json and the README's tables anew.</summary>
    [Fact]
    public void TheCommandReproducesItsFiguresExactly()
    {
        // one after the other: live servers of other tests need the cores
        var compared = ComparedScenario.PlayAll(Scenarios, Seeds, cores: 1, new Progress(null, 0), Stop);
        Assert.Equal(Files.Read("Server/Comparison/figures.json").TrimEnd(), ComparisonJson.Write(compared, Seeds));
        Assert.Contains(ComparisonTable.Write(compared), Files.Read("README.md"), StringComparison.Ordinal);
        WhatThePageSaysIsTrue(compared);
    }

    [Fact]
    public async Task AFewSeedsAreATableOrJson()
    {
        var (code, table, error) = await CommandLine.Run("compare", "--seeds", "1,2");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            18, table.Split('\n').Count(
                line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| #", StringComparison.Ordinal)));
        var two = ComparedScenario.PlayAll(Scenarios, [1, 2], cores: 1, new Progress(null, 0), Stop);
        Assert.Equal(ComparisonTable.Write(two), table.TrimEnd());
    }

    [Fact]
    public void BlueGreenByServerNeedsABalancerAndRoom()
    {
        var one = Scenarios[2];
        Assert.Equal("comparison-one-server, blue-green: rollout-no-room",
            Refused(one with { Racks = [new RackSpec("rack-1", 1), new RackSpec("rack-2", 1)] }));
        Assert.Equal("comparison-one-server, blue-green: rollout-no-balancer", Refused(one with { Balancer = null }));

        static string Refused(Scenario scenario) => Assert.Throws<InvalidOperationException>(
            () => ComparedRun.Play(
                scenario, ComparisonFiles.ReadPlan("blue-green", scenario), 1, new Progress(null, 0), Stop)).Message;
    }

    [Fact]
    public void PairedSeedsShowASmallDifferenceInsideAWideInterval()
    {
        var (best, behind) = (Played("best", 900, 700, 500, 300), Played("behind", 895, 695, 495, 295));
        var ordered = ComparedStrategy.Order([behind, best]);
        Assert.Equal([("best", 1), ("behind", 2)], ordered.Select(each => (each.Id, each.Rank)));
        Assert.True(ordered[1].Score.High > ordered[0].Score.Mean);
        Assert.Equal((-5.0, -5.0), (ordered[1].Behind.Low, ordered[1].Behind.High));
    }

    [Fact]
    public void StrategiesLessThanAPointApartTie()
    {
        var ordered = ComparedStrategy.Order(
            [Played("worse", 899, 698, 500, 300), Played("best", 900, 700, 500, 300), Played("worst", 800, 600, 400, 200)]);
        Assert.Equal([("best", 1), ("worse", 1), ("worst", 3)], ordered.Select(each => (each.Id, each.Rank)));
    }

    /// <summary>The paragraph of the page and of the README.</summary>
    private static void WhatThePageSaysIsTrue(ImmutableArray<ComparedScenario> compared)
    {
        var (calm, peak, one) = (Of(compared[0]), Of(compared[1]), Of(compared[2]));
        foreach (var scenario in (ILookup<string, ComparedStrategy>[])[calm, peak, one])
        {
            Assert.Equal(1, scenario["in-server"].Single().Rank);
            Assert.Equal(0, scenario["in-server"].Single().Failed.Mean + scenario["blue-green"].Single().Failed.Mean);
        }

        // calm: whoever keeps half of the servers loses nothing
        Assert.All((string[])["in-place", "rolling", "canary"],
            id => Assert.Equal((1, 0), (calm[id].Single().Rank, calm[id].Single().Failed.Mean)));
        Assert.Equal(0, peak["rolling"].Single().Failed.Mean);
        Assert.True(peak["rolling"].Single().P99Ms.Low > peak["in-server"].Single().P99Ms.High);
        Assert.InRange((1000 - peak["canary"].Single().Score.Mean) / (1000 - peak["in-place"].Single().Score.Mean), 0.4, 0.6);
        Assert.All((string[])["recreate", "canary", "in-place"], id => Assert.True(peak[id].Single().Failed.Low > 0));
        Assert.Single(
            ((string[])["in-place", "rolling", "canary", "recreate"]).Select(id => string.Join(' ', one[id].Single().Scores))
                .Distinct());

        static ILookup<string, ComparedStrategy> Of(ComparedScenario scenario) => scenario.Strategies.ToLookup(each => each.Id);
    }

    private static ComparedStrategy.Played Played(string id, params int[] scores) =>
        new(id, new LocalText(id, id), [.. scores.Select(score => new ComparedRun(score, 0, 0, 0, 0, 0, 0, 0))]);
}
