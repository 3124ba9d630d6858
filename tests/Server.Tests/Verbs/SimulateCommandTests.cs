using System.Text.Json;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Verbs;

public class SimulateCommandTests
{
    private static readonly string OneServer = Files.Path("Server/Scenarios/01-one-server.yaml");

    private static readonly string[] Quantiles = ["mean", "p50", "p90", "p95", "p99", "p999", "max"];

    [Fact]
    public async Task TheReportHasTheShapeItPromises()
    {
        var (code, output, error) = await CommandLine.Run("simulate", OneServer, "--seed", "5", "--until", "2m", "--json");
        Assert.Equal((0, ""), (code, error));
        using var report = JsonDocument.Parse(output);
        var root = report.RootElement;
        Assert.Equal(["scenario", "seed", "engine", "ticks", "hash", "classes", "stations", "score", "cost", "serviceLevel"],
            Keys(root));
        Assert.Equal("one-server", root.GetProperty("scenario").GetString());
        Assert.Equal((5, 480), (root.GetProperty("seed").GetInt64(), root.GetProperty("ticks").GetInt64()));
        Assert.Matches("^[0-9a-f]{16}$", root.GetProperty("hash").GetString());
        Assert.Equal(["browse", "order"], Keys(root.GetProperty("classes")));
        Assert.Equal(["server-1/web", "server-1/app", "server-1/db"], Keys(root.GetProperty("stations")));
        foreach (var users in root.GetProperty("classes").EnumerateObject())
        {
            Assert.Equal(["offered", "answered", "within", "late", "failed", "latencyMs"], Keys(users.Value));
            Assert.Equal(Quantiles, Keys(users.Value.GetProperty("latencyMs")));
        }

        foreach (var station in root.GetProperty("stations").EnumerateObject())
        {
            Assert.Equal(
                [
                    "arrived", "started", "completed", "lost", "waitMs", "sojournMs", "utilisation", "queueMean", "queueMax",
                    "littleResidual",
                ],
                Keys(station.Value));
            Assert.Equal(Quantiles, Keys(station.Value.GetProperty("waitMs")));
            Assert.Equal(Quantiles, Keys(station.Value.GetProperty("sojournMs")));
        }

        // Its only server hangs at 1:30 and nobody restarts it.
        Assert.Equal(["unreachable"], Keys(root.GetProperty("stations").GetProperty("server-1/web").GetProperty("lost")));
        Assert.Equal(["total", "lines"], Keys(root.GetProperty("score")));
        Assert.All(root.GetProperty("score").GetProperty("lines").EnumerateArray(), line =>
            Assert.Equal(["part", "points", "why"], Keys(line)));
        Assert.Equal("""{"spentDollars":0.08,"parDollars":0.3}""", Compact(root.GetProperty("cost")));
        var level = root.GetProperty("serviceLevel").EnumerateArray().ToArray();
        Assert.Equal(Enumerable.Range(1, 12).Select(point => 10 * point),
            level.Select(point => point.GetProperty("atSeconds").GetInt32()));
        Assert.All(level, point => Assert.Equal(["atSeconds", "level", "perHourDollars"], Keys(point)));
        Assert.True(level[5].GetProperty("level").GetDouble() > 0.9 && level[11].GetProperty("level").GetDouble() < 0.1);
        Assert.Equal(2.4, level[0].GetProperty("perHourDollars").GetDouble());
    }

    [Fact]
    public async Task TheSameSeedGivesTheSameReport()
    {
        string[] ask = ["simulate", OneServer, "--until", "30s", "--seed"];
        var first = await CommandLine.Run([.. ask, "3"]);
        var again = await CommandLine.Run([.. ask, "3"]);
        var other = await CommandLine.Run([.. ask, "4"]);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task NothingBeforeTheEndOfTheWarmUpIsMeasured()
    {
        var (_, whole, _) = await CommandLine.Run("simulate", OneServer, "--until", "60s");
        var (_, half, _) = await CommandLine.Run("simulate", OneServer, "--until", "60s", "--warmup", "30s");
        var (all, later) = (Offered(whole), Offered(half));
        Assert.InRange(later, 0.4 * all, 0.6 * all);
    }

    [Fact]
    public async Task ATableIsPrintedOnRequest()
    {
        var (code, output, _) = await CommandLine.Run("simulate", OneServer, "--until", "30s", "--table");
        Assert.Equal(0, code);
        Assert.Contains("server-1/app", output, StringComparison.Ordinal);
        Assert.Contains("score ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatHappenedAndReadingsArePrintedOnRequest()
    {
        string[] ask =
            ["simulate", OneServer, "--until", "2m", "--events", "--series", "server-1.cpu,browse.goodput,service.level"];
        var (code, output, error) = await CommandLine.Run(ask);
        Assert.Equal((0, ""), (code, error));
        using var report = JsonDocument.Parse(output);
        var events = report.RootElement.GetProperty("events").EnumerateArray().ToList();
        Assert.All(events, told => Assert.Equal(["atSeconds", "kind", "code", "component", "by", "text"], Keys(told)));
        // the server hangs at 1:30, and users' requests begin to fail
        Assert.Contains(events, told => told.GetProperty("code").GetString() == "alert-errors"
            && told.GetProperty("atSeconds").GetDouble() > 90);
        var series = report.RootElement.GetProperty("series");
        Assert.Equal(["server-1.cpu", "browse.goodput", "service.level"], Keys(series));
        Assert.Equal(("share", "1/s", "share"), (Unit("server-1.cpu"), Unit("browse.goodput"), Unit("service.level")));
        Assert.Equal(120, Values("server-1.cpu").Length);
        Assert.True(Values("browse.goodput")[..80].Average() > 10);
        Assert.Equal(0, Values("browse.goodput")[100..].Sum());
        Assert.Equal(0, Values("server-1.cpu")[^1]);

        var (_, table, _) = await CommandLine.Run([.. ask, "--table"]);
        Assert.Contains("second    server-1.cpu share  browse.goodput 1/s  service.level share", table, StringComparison.Ordinal);
        Assert.Equal(120, table.Split('\n').Count(line => line.Length > 0 && char.IsAsciiDigit(line[0]) && !line.Contains(':')));

        string Unit(string path) => series.GetProperty(path).GetProperty("unit").GetString()!;

        double[] Values(string path) =>
            [.. series.GetProperty(path).GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
    }

    [Fact]
    public async Task AServerThatIsBoughtLaterMayBeNamed()
    {
        var (code, output, error) = await CommandLine.Run(
            "simulate", OneServer, "--until", "30s", "--series", "server-1.cpu,server-2.cpu");
        Assert.Equal((0, ""), (code, error));
        using var report = JsonDocument.Parse(output);
        var bought = report.RootElement.GetProperty("series").GetProperty("server-2.cpu").GetProperty("values");
        Assert.All(bought.EnumerateArray(), value => Assert.Equal(JsonValueKind.Null, value.ValueKind));
    }

    [Theory]
    [InlineData("server-2.cpuu", "server-2 has no reading 'cpuu'; did you mean 'cpu'?")]
    [InlineData("server-1.cpuu", "server-1 has no reading 'cpuu'; did you mean 'cpu'?")]
    [InlineData("srv.cpu", "there is nothing called 'srv'; there is service, browse")]
    [InlineData("cpu", "'cpu' should be COMPONENT.READING, such as web-1.cpu")]
    public async Task AnUnknownReadingIsRefused(string path, string says)
    {
        var (code, _, error) = await CommandLine.Run("simulate", OneServer, "--series", path);
        Assert.Equal(1, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileWithMistakesIsNotPlayed()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "broken.yaml");
        await File.WriteAllTextAsync(path, Example.With("rate: 40/s", "rate: 40"), TestContext.Current.CancellationToken);
        var (code, output, error) = await CommandLine.Run("simulate", path);
        Assert.Equal((2, ""), (code, output));
        Assert.Equal($"{path}:6:11 wrong-unit 'rate' is '40' but should be a rate a second, such as 40/s", error.TrimEnd());
    }

    [Theory]
    [InlineData("--until", "30")]
    [InlineData("--until", "8m")]
    [InlineData("--warmup", "7m")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "abc")]
    public async Task ImpossibleOptionsAreRefused(string option, string value)
    {
        var (code, output, error) = await CommandLine.Run("simulate", OneServer, option, value);
        Assert.Equal(1, code);
        Assert.DoesNotContain("ticks", output, StringComparison.Ordinal);
        Assert.True(error.Contains(value, StringComparison.Ordinal) || error.Contains(option, StringComparison.Ordinal), error);
        Assert.DoesNotContain("System.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoppedRunPrintsNoPartialReport()
    {
        using var stop = new CancellationTokenSource();
        var run = CommandLine.Run(stop.Token, "simulate", Files.Path("tests/Scenarios/mm8.yaml"));
        await stop.CancelAsync();
        Assert.Equal((1, "", "stopped"), await Trimmed(run));
    }

    [Fact]
    public async Task ValidateNamesGoodFilesAndBadOnes()
    {
        var (code, output, error) = await CommandLine.Run("validate", "--library", OneServer, "no-such.yaml");
        Assert.Equal(2, code);
        Assert.StartsWith($"{OneServer}: one-server version 3, ", output, StringComparison.Ordinal);
        Assert.StartsWith("no-such.yaml: ", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Trimmed(Task<(int Code, string Output, string Error)> run)
    {
        var (code, output, error) = await run;
        return (code, output, error.TrimEnd());
    }

    private static double Offered(string report)
    {
        using var parsed = JsonDocument.Parse(report);
        return parsed.RootElement.GetProperty("classes").GetProperty("browse").GetProperty("offered").GetDouble();
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(entry => entry.Name);
}
