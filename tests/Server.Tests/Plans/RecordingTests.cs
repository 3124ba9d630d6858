using System.Text.Json.Nodes;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Tests.Verbs;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Plans;

public class RecordingTests
{
    private static readonly string TwoRacks = Files.Path("Server/Scenarios/03-balancer-health-checks.yaml");

    private static readonly Scenario Scenario = ScenarioReader.Read(File.ReadAllText(TwoRacks), "02.yaml");

    [Fact]
    public void AListOfCommandsBecomesAPlanInOrderOfTime()
    {
        var plan = Read(
            """
            - {at: 2m10s, action: detach, target: balancer, args: {server: web-1}, by: ann}
            - at: 40s
              action: set-health-check
              target: balancer
              args: {path: shallow, interval: 5s, timeout: "2", unhealthyAfter: 2, healthyAfter: 2}
            """);
        Assert.Equal([(40 * Nanoseconds.PerSecond, 2), (130 * Nanoseconds.PerSecond, 1)],
            plan.Steps.Select(step => (step.AtNs, step.Line)));
        var (check, detach) = (plan.Steps[0], plan.Steps[1]);
        Assert.Equal(("ann", "detach", "balancer", "web-1"), (detach.By, detach.Action, detach.Target, detach.Args["server"]));
        Assert.Equal(("5", "2"), (check.Args["interval"], check.Args["timeout"]));
    }

    [Theory]
    [InlineData("- {at: 10, action: flush-cache, target: cache}", 1, 8, "wrong-unit")]
    [InlineData("- {at: 11m, action: flush-cache, target: cache}", 1, 8, "out-of-range")]
    [InlineData("- {action: flush-cache, target: cache}", 1, 3, "missing-key")]
    [InlineData("- {at: 1s, action: flush-cash, target: cache}", 1, 20, "action-unknown")]
    [InlineData("- {at: 1s, action: flush-cache, target: cach}", 1, 41, "target-unknown")]
    [InlineData("- {at: 1s, action: flush-cache, target: web-1}", 1, 20, "action-wrong-target")]
    [InlineData("- at: 1s\n  action: detach\n  target: balancer\n  args: {server: web-9}", 4, 18, "server-unknown")]
    [InlineData("- {at: 1s, action: detach, target: balancer}", 1, 3, "parameter-missing")]
    [InlineData("- {at: 1s, action: detach, target: balancer, args: {sever: web-1}}", 1, 60, "parameter-unknown")]
    [InlineData("- {at: 1s, action: set-ttl, target: cache, args: {seconds: 100000}}", 1, 60, "parameter-out-of-range")]
    [InlineData("- {at: 1s, action: set-ttl, target: cache, args: {seconds: soon}}", 1, 60, "parameter-not-a-number")]
    [InlineData("- {at: 1s, action: set-algorithm, target: balancer, args: {algorithm: luck}}", 1, 71, "parameter-not-a-choice")]
    [InlineData("- {at: 1s, action: flush-cache, target: cache, wen: 2}", 1, 48, "unknown-key")]
    [InlineData("at", 1, 1, "wrong-type")]
    [InlineData("- [", 2, 1, "syntax")]
    public void AMistakeIsReportedWithItsPlace(string text, int line, int column, string code)
    {
        var broken = Assert.Throws<ScenarioException>(() => Read(text));
        var problem = Assert.Single(broken.Problems);
        Assert.Equal(("commands.yaml", line, column, code), (problem.File, problem.Line, problem.Column, problem.Code));
        Assert.NotEqual(code, problem.Message);
    }

    [Fact]
    public async Task ARecordingChangesWhatHappensAndSaysWhatWasRefused()
    {
        var path = TempFile.Of("commands.yaml",
            """
            - {at: 1m40s, action: restart-server, target: web-3}
            - {at: 1m41s, action: restart-server, target: web-3}
            - {at: 1m42s, action: acknowledge, target: alert-77}
            - {at: 9m, action: flush-cache, target: cache}
            """);
        var (_, nobody, _) = await CommandLine.Run("simulate", TwoRacks, "--until", "2m30s");
        var (code, output, error) = await CommandLine.Run("simulate", TwoRacks, "--until", "2m30s", "--commands", path);
        Assert.Equal((0, ""), (code, error));
        var report = JsonNode.Parse(output)!;
        Assert.True(Failed(report) < Failed(JsonNode.Parse(nobody)!));
        Assert.Equal(3, report["commands"]!["given"]!.GetValue<int>());
        Assert.Equal(
            [("restart-server", 2), ("acknowledge", 3)],
            report["commands"]!["refused"]!.AsArray().Select(refused => (
                refused!["action"]!.GetValue<string>(), refused["line"]!.GetValue<int>())));
    }

    [Fact]
    public async Task AServerAddedDuringTheRunTakesCommands()
    {
        var path = TempFile.Of("commands.yaml",
            """
            - {at: 1s, action: add-server, target: rack-2, args: {size: small}}
            - {at: 1m, action: stop-server, target: web-5}
            """);
        var (code, output, error) = await CommandLine.Run("simulate", TwoRacks, "--until", "70s", "--commands", path);
        Assert.Equal((0, ""), (code, error));
        Assert.Empty(JsonNode.Parse(output)!["commands"]!["refused"]!.AsArray());
    }

    [Fact]
    public async Task AFileWithMistakesIsNotPlayed()
    {
        var path = TempFile.Of("commands.yaml", "- {at: 1s, action: dance, target: cache}");
        var (code, output, error) = await CommandLine.Run("simulate", TwoRacks, "--commands", path);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"{path}:1:20 action-unknown ", error, StringComparison.Ordinal);
    }

    private static Plan Read(string text) => PlanReader.Read(text, "commands.yaml", Scenario);

    private static double Failed(JsonNode report) =>
        report["classes"]!["browse"]!["failed"]!.AsObject().Sum(cause => cause.Value!.GetValue<double>());
}
