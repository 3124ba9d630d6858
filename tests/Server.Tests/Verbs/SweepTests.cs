using System.Text.Json.Nodes;
using OpsGame.Server.Runs;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Texts;
using OpsGame.Server.Verbs;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Verbs;

public class SweepTests
{
    private static readonly string OneServer = Files.Path("Server/Scenarios/01-one-server.yaml");

    [Fact]
    public async Task EverySeedHasItsRunAndAllTogetherAnAggregate()
    {
        var (code, output, error) = await CommandLine.Run("simulate", OneServer, "--seeds", "1..3", "--until", "30s");
        Assert.Equal((0, ""), (code, error));
        var report = JsonNode.Parse(output)!;
        Assert.Equal(["scenario", "engine", "seeds", "runs", "aggregate"], report.AsObject().Select(entry => entry.Key));
        Assert.Equal("[1,2,3]", report["seeds"]!.ToJsonString());
        var runs = report["runs"]!.AsArray();
        var (_, alone, _) = await CommandLine.Run("simulate", OneServer, "--seed", "2", "--until", "30s");
        Assert.Equal(JsonNode.Parse(alone)!.ToJsonString(), runs[1]!.ToJsonString());
        var browse = report["aggregate"]!["classes"]!["browse"]!;
        Assert.Equal(
            ["offered", "answered", "within", "late", "failed", "latencyMs"], browse.AsObject().Select(entry => entry.Key));
        var offered = runs.Select(run => run!["classes"]!["browse"]!["offered"]!.GetValue<double>()).ToArray();
        Assert.Equal(offered.Average(), browse["offered"]!["mean"]!.GetValue<double>(), 5);
        Assert.True(
            browse["latencyMs"]!["p99"]!["low"]!.GetValue<double>() < browse["latencyMs"]!["p99"]!["high"]!.GetValue<double>());
        Assert.NotNull(report["aggregate"]!["score"]!["total"]!["mean"]);
    }

    [Fact]
    public void TheReportIsTheSameOnAnyNumberOfCores()
    {
        var scenario = ScenarioReader.Read(File.ReadAllText(OneServer), "one.yaml");
        var plan = new Trial(scenario, 60 * Nanoseconds.PerSecond, 0, null);
        string With(int cores) => RunJson.Print(Sweep.Json(
            HeadlessRun.PlayAll(plan, [5, 3, 9, 1], cores, new Progress(null, 0), TestContext.Current.CancellationToken),
            TextCatalogue.Embedded));
        Assert.Equal(With(1), With(4));
    }

    [Fact]
    public void ACauseThatDidNotOccurCountsNothing()
    {
        var aggregate = Sweep.Aggregate([Run(10, 4, """{"timeout":4}"""), Run(20, 0, "{}")]);
        Assert.Equal(2, aggregate["classes"]!["a"]!["failed"]!["timeout"]!["mean"]!.GetValue<double>());
        Assert.Equal(15, aggregate["score"]!["total"]!["mean"]!.GetValue<double>());

        static JsonObject Run(int score, long failed, string causes) => new()
        {
            ["classes"] = new JsonObject
            {
                ["a"] = new JsonObject
                {
                    ["offered"] = failed,
                    ["answered"] = 0L,
                    ["failed"] = JsonNode.Parse(causes),
                    ["latencyMs"] = new JsonObject { ["mean"] = 0.0 },
                },
            },
            ["score"] = new JsonObject { ["total"] = score },
        };
    }

    /// <summary>Values 1…5: mean 3, s = 1.5811, t(4) = 2.776445, half = 1.9632.</summary>
    [Fact]
    public void TheIntervalIsStudentsT()
    {
        var interval = Interval.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, interval.Mean);
        Assert.Equal(3 - 1.963243, interval.Low!.Value, 5);
        Assert.Equal(3 + 1.963243, interval.High!.Value, 5);
        Assert.Equal(new Interval(7, null, null), Interval.Of([7]));
    }

    /// <summary>From a table of Student's t: 2.039513 at 31, 2.000298 at 60, 1.983972 at 100 degrees of freedom.</summary>
    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(30, 2.042272)]
    [InlineData(31, 2.039513)]
    [InlineData(60, 2.000298)]
    [InlineData(100, 1.983972)]
    public void QuantilesAreThoseOfTheTables(int freedom, double t) => Assert.Equal(t, Interval.T(freedom), 5);

    [Theory]
    [InlineData("1..4", new ulong[] { 1, 2, 3, 4 })]
    [InlineData("1,4,9", new ulong[] { 1, 4, 9 })]
    [InlineData("7", new ulong[] { 7 })]
    [InlineData("9,1..2", new ulong[] { 9, 1, 2 })]
    public void SeedsAreNamedAsRangesAndLists(string text, ulong[] seeds)
    {
        Assert.True(SeedList.TryParse(text, out var read));
        Assert.Equal(seeds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4..1")]
    [InlineData("1..")]
    [InlineData("1,1")]
    [InlineData("-1")]
    [InlineData("1..1001")]
    [InlineData("1..3..5")]
    [InlineData("0..18446744073709551615")]
    public async Task InvalidSeedsAreRefused(string text)
    {
        Assert.False(SeedList.TryParse(text, out _));
        var (code, _, error) = await CommandLine.Run("simulate", OneServer, "--seeds", text);
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task PeopleGetMeansWithTheirIntervals()
    {
        var (code, output, _) = await CommandLine.Run("simulate", OneServer, "--seeds", "1..2", "--until", "20s", "--table");
        Assert.Equal(0, code);
        Assert.Contains(" ± ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoppedSweepPrintsNoPartialReport()
    {
        using var stop = new CancellationTokenSource();
        var run = CommandLine.Run(stop.Token, "simulate", Files.Path("tests/Scenarios/mm8.yaml"), "--seeds", "1..30");
        await stop.CancelAsync();
        var (code, output, error) = await run;
        Assert.Equal((1, "", "stopped"), (code, output, error.TrimEnd()));
    }

    [Fact]
    public async Task OneSeedOrManyButNotBoth()
    {
        var (code, _, error) = await CommandLine.Run("simulate", OneServer, "--seed", "1", "--seeds", "1..2");
        Assert.Equal(1, code);
        Assert.Contains("--seed or --seeds", error, StringComparison.Ordinal);
    }
}
