using System.Globalization;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Verbs;

public class ExplainCommandTests
{
    private static readonly string OneServer = Files.Path("Server/Scenarios/01-one-server.yaml");
    private static readonly string TwoRacks = Files.Path("Server/Scenarios/03-balancer-health-checks.yaml");

    [Fact]
    public async Task ARequestsTimeIsShownHopByHop()
    {
        var (code, output, error) = await CommandLine.Run("explain", TwoRacks, "--request", "checkout:10");
        Assert.Equal((0, ""), (code, error));
        var lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal("balancer-health-checks, seed 1, checkout:10, target 500ms", lines[0]);
        Assert.StartsWith("attempt 1 of 2, sent at 00:0", lines[2], StringComparison.Ordinal);
        Assert.Equal(["at", "role", "came", "waited", "worked", "left", "note"], Cells(lines[3]));
        var hops = lines[4..^2].Select(Cells).ToArray();
        Assert.Equal(["balancer", "web", "app", "db"], hops.Select(hop => hop[0] == "balancer" ? "balancer" : hop[1]));
        Assert.All(hops.Skip(1), hop =>
        {
            var (came, waited, worked, left) = (Number(hop[2]), Number(hop[3]), Number(hop[4]), Number(hop[5]));
            Assert.InRange(came + waited + worked, 0, left + 0.02);
        });
        Assert.Matches("^total [0-9.]+ ms: answered within its target$", lines[^1]);
    }

    [Fact]
    public async Task AnotherSeedGivesAnotherTrace()
    {
        var first = await CommandLine.Run("explain", OneServer, "--request", "browse:5");
        var again = await CommandLine.Run("explain", OneServer, "--request", "browse:5");
        var other = await CommandLine.Run("explain", OneServer, "--request", "browse:5", "--seed", "2");
        Assert.Equal(first, again);
        Assert.NotEqual(first.Output, other.Output);
    }

    [Fact]
    public async Task EveryAttemptIsShownAndWhyItFailed()
    {
        // at 70/s it is sent around 1:36, when the only server has hung for seconds
        var (code, output, _) = await CommandLine.Run("explain", OneServer, "--request", "browse:7000");
        Assert.Equal(0, code);
        Assert.Contains("attempt 1 of 2", output, StringComparison.Ordinal);
        Assert.Contains("attempt 2 of 2", output, StringComparison.Ordinal);
        Assert.Matches("total [0-9.]+ ms: failed, [a-z-]+: ", output);
    }

    [Theory]
    [InlineData("brows:5", "there is no class 'brows'; there are browse, order")]
    [InlineData("browse:5000", "requests of 'browse' came in this run")]
    [InlineData("browse", "should be CLASS:N")]
    [InlineData("browse:-1", "should be CLASS:N")]
    public async Task AnUnknownRequestIsReported(string request, string why)
    {
        var (code, _, error) = await CommandLine.Run("explain", OneServer, "--until", "5s", "--request", request);
        Assert.Equal(1, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
