using System.Text.Json;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Measured stations against queueing theory, from the file to the report: mean ±3 %, p99 ±5 %.</summary>
public class StationTheoryTests
{
    /// <param name="file">λ and μ stand in it.</param>
    /// <param name="wait">Mean wait: ρ/(μ−λ) for one core, C/(cμ−λ) for eight (Erlang C 0.4576).</param>
    /// <param name="queue">λ × wait, by Little's law.</param>
    [Theory]
    [InlineData("mm1.yaml", 40.0, 50.0, 230.3, 3.2)]
    [InlineData("mm8.yaml", 14.30, 64.30, 257.6, 1.830)]
    public async Task AStationWaitsAsTheorySays(string file, double wait, double mean, double p99, double queue)
    {
        using var report = await Measure(file, seed: "11");
        var station = report.RootElement.GetProperty("stations").GetProperty("station/app");
        var users = report.RootElement.GetProperty("classes").GetProperty("job");
        Near(wait, station.GetProperty("waitMs").GetProperty("mean"), 0.03);
        Near(mean, station.GetProperty("sojournMs").GetProperty("mean"), 0.03);
        Near(p99, station.GetProperty("sojournMs").GetProperty("p99"), 0.05);
        Near(mean, users.GetProperty("latencyMs").GetProperty("mean"), 0.03);
        Near(p99, users.GetProperty("latencyMs").GetProperty("p99"), 0.05);
        Near(0.8, station.GetProperty("utilisation"), 0.01);
        Near(queue, station.GetProperty("queueMean"), 0.03);
    }

    [Theory]
    [InlineData("mm1.yaml")]
    [InlineData("mm8.yaml")]
    public async Task LittlesLawHoldsAndNobodyIsLost(string file)
    {
        using var report = await Measure(file, seed: "12");
        foreach (var station in report.RootElement.GetProperty("stations").EnumerateObject())
        {
            Assert.InRange(station.Value.GetProperty("littleResidual").GetDouble(), -0.001, 0.001);
            Assert.Empty(station.Value.GetProperty("lost").EnumerateObject());
        }

        Assert.All(report.RootElement.GetProperty("classes").EnumerateObject(), users =>
            Assert.Empty(users.Value.GetProperty("failed").EnumerateObject()));
    }

    [Fact]
    public async Task LittlesLawHoldsAtEveryStationOfAHealthySystem()
    {
        var path = Files.Path("Server/Scenarios/03-balancer-health-checks.yaml");
        var (code, output, _) = await CommandLine.Run("simulate", path, "--until", "80s", "--warmup", "10s");
        Assert.Equal(0, code);
        using var report = JsonDocument.Parse(output);
        var residuals = report.RootElement.GetProperty("stations").EnumerateObject()
            .ToDictionary(station => station.Name, station => station.Value.GetProperty("littleResidual").GetDouble());
        Assert.Equal(11, residuals.Count);
        Assert.All(residuals, station => Assert.InRange(station.Value, -0.01, 0.01));
    }

    private static async Task<JsonDocument> Measure(string file, string seed)
    {
        var (code, output, error) = await CommandLine.Run("simulate", Files.Path($"tests/Scenarios/{file}"), "--seed", seed,
            "--warmup", "60s");
        Assert.Equal((0, ""), (code, error));
        return JsonDocument.Parse(output);
    }

    private static void Near(double theory, JsonElement measured, double share) =>
        Assert.InRange(measured.GetDouble(), theory * (1 - share), theory * (1 + share));
}
