using NJsonSchema;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Plans;

public class PlanReaderTests
{
    private const string Head = "id: mine\nscenario: balancer-health-checks\nsteps:\n";

    private static readonly Scenario Scenario =
        ScenarioReader.Read(Files.Read("Server/Scenarios/03-balancer-health-checks.yaml"), "02.yaml");

    [Fact]
    public void ThePlanWithEveryKeyIsRead()
    {
        var shop = ScenarioReader.Read(Files.Read("Server/Schemas/every-key.yaml"), "every-key.yaml");
        var plan = PlanReader.Read(Files.Read("Server/Plans/every-plan-key.yaml"), "plan.yaml", shop);
        Assert.Equal(("careful", 5), (plan.Id, plan.Steps.Length));
        Assert.Equal(20_000_000_000, plan.Steps[0].AtNs);
        var add = plan.Steps[1];
        Assert.Equal(new MetricCondition(Metric.Cpu, true, 0.8, "web-1", 10_000_000_000), add.When);
        Assert.Equal(
            (5_000_000_000, 3, 60_000_000_000, "ben", "small"), (add.AfterNs, add.Times, add.PauseNs, add.By, add.Args["size"]));
        Assert.Equal(new AlertCondition("", true, "", 0), plan.Steps[3].When);
        Assert.Equal(new EventCondition("server-running", ""), plan.Steps[4].When);
    }

    [Theory]
    [InlineData("scenario: balancer-health-checks\nsteps: []", 1, 1, "missing-key")]
    [InlineData("id: mine\nscenario: another", 2, 11, "dangling")]
    [InlineData(Head + "  - {action: flush-cache, target: cache}", 4, 5, "missing-key")]
    [InlineData(Head + "  - {at: 1s, action: traffic-surge, target: users}", 4, 22, "action-unknown")]
    [InlineData(Head + "  - {at: 1s, action: flush-cache, target: web-1}", 4, 22, "action-wrong-target")]
    [InlineData(Head + "  - {when: {metric: speed, above: 1}, action: flush-cache, target: cache}", 4, 21, "not-a-choice")]
    [InlineData(Head + "  - {when: {metric: cpu}, action: flush-cache, target: cache}", 4, 12, "missing-key")]
    [InlineData(
        Head + "  - {when: {metric: cpu, above: 1, below: 0.2}, action: flush-cache, target: cache}", 4, 12, "missing-key")]
    [InlineData(Head + "  - {when: {metric: cpu, above: 80}, action: flush-cache, target: cache}", 4, 33, "out-of-range")]
    [InlineData(Head + "  - {when: {metric: queue, below: -1}, action: flush-cache, target: cache}", 4, 35, "out-of-range")]
    [InlineData(
        Head + "  - {when: {metric: cpu, alert: any, above: 1}, action: flush-cache, target: cache}", 4, 12, "missing-key")]
    [InlineData(Head + "  - {at: 1s, times: 0, action: flush-cache, target: cache}", 4, 21, "out-of-range")]
    [InlineData(Head + "  - {at: 1s, pause: 1ms, action: flush-cache, target: cache}", 4, 21, "out-of-range")]
    [InlineData(Head + "  - {at: 1s, hurry: yes, action: flush-cache, target: cache}", 4, 14, "unknown-key")]
    public void AMistakeIsReportedWithItsPlace(string text, int line, int column, string code)
    {
        var broken = Assert.Throws<ScenarioException>(() => PlanReader.Read(text, "plan.yaml", Scenario));
        Assert.Contains((line, column, code), broken.Problems.Select(problem => (problem.Line, problem.Column, problem.Code)));
    }

    [Theory]
    [InlineData("flush-chace", "'action' is 'flush-chace'; did you mean 'flush-cache'?")]
    [InlineData("dance", "'action' is 'dance' but should be one of ")]
    public void AMisspeltWordGetsASuggestion(string action, string told)
    {
        var broken = Assert.Throws<ScenarioException>(
            () => PlanReader.Read(Head + $"  - {{at: 1s, action: {action}, target: cache}}", "plan.yaml", Scenario));
        Assert.Contains(broken.Problems, problem => problem.Message.StartsWith(told, StringComparison.Ordinal));
    }

    /// <summary>Plans are written by strangers: a text twice as long costs twice as much, whatever is in it.</summary>
    [Fact]
    public void ALineOfTabsCostsNoMoreThanItsLength()
    {
        var text = "a" + new string('\t', 60_000) + "\n: ]";
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ScenarioException>(() => PlanReader.ReadOwn(text, "plan.yaml", Scenario));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 1024 * 1024);
    }

    [Fact]
    public async Task AMistakeInAScheduleIsReportedWithItsPlace()
    {
        const string Text =
            "id: mine\nsteps:\n  - {at: 1s, action: set-scaling, target: scaler, args: {policy: schedule, schedule: \"0s 3, 2m "
            + "8\"}}";
        var clock = ScenarioReader.Read(Files.Read("Server/Scenarios/04-scale-by-clock.yaml"), "04.yaml");
        Assert.Equal("0s 3, 2m 8", PlanReader.Read(Text, "plan.yaml", clock).Steps[0].Args["schedule"]);
        var schema =
            await JsonSchema.FromJsonAsync(Files.Read("Server/Plans/plan.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(YamlJson.Of(Text)));

        var broken = Assert.Throws<ScenarioException>(
            () => PlanReader.Read(Text.Replace("2m 8", "2m", StringComparison.Ordinal), "plan.yaml", clock));
        Assert.Equal((3, 86, "schedule-unreadable"),
            broken.Problems.Select(problem => (problem.Line, problem.Column, problem.Code)).Single());
        Assert.NotEmpty(schema.Validate(YamlJson.Of(Text.Replace("2m 8", "2m", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task SchemaAndReadmeAreWhatTheReaderAsksFor()
    {
        Assert.Equal(Files.Read("Server/Plans/plan.schema.json"), (await CommandLine.Run("schema", "--plan")).Output);
        Assert.EndsWith((await CommandLine.Run("schema", "--plan", "--keys")).Output, Files.Read("Server/Plans/README.md"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action: set-health-check", "action: set-helth-check")]
    [InlineData("args: {limit: 300}", "args: {limit: many}")]
    [InlineData("args: {limit: 300}", "args: {limits: 300}")]
    [InlineData("args: {limit: 300}", "args: {limit: -1}")]
    [InlineData("times: 3 ", "times: 3.5 ")]
    public async Task TheSchemaRefusesWhatAnEditorCanSee(string piece, string otherwise)
    {
        var text = Files.Read("Server/Plans/every-plan-key.yaml");
        Assert.Contains(piece, text, StringComparison.Ordinal);
        var schema =
            await JsonSchema.FromJsonAsync(Files.Read("Server/Plans/plan.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(YamlJson.Of(text)));
        Assert.NotEmpty(schema.Validate(YamlJson.Of(text.Replace(piece, otherwise, StringComparison.Ordinal))));
    }
}
