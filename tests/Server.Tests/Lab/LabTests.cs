using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Tests.Hosting;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Lab;

/// <summary>The strategy lab as people use it.</summary>
public sealed class LabTests(SmallServer server) : IClassFixture<SmallServer>
{
    private const string Small = SmallLibrary.Scenario;

    [Fact]
    public async Task APlanIsCheckedRunSubmittedAndShownOnTheBoardAsVerified()
    {
        await using var player = await server.Connect();
        var lab = (await player.Lab(Small))!;
        Assert.Equal(["nothing", "tempting", "par"], lab.Templates.Select(template => template.Kind));
        Assert.Empty((await player.CheckPlan(Small, lab.Templates[2].Text)).Problems);

        var answer = await player.Runs(Small, SmallLibrary.Par.Replace("7s", "6s", StringComparison.Ordinal));
        var result = (await player.WatchEvaluation(answer.Id))!;
        Assert.Equal((30, 30, "none"), (result.Seeds, result.Rows.Length, result.Verdict));
        Assert.Equal(Enumerable.Range(1, 30), result.Rows.Select(row => row.Seed));
        Assert.Equal(result.Rows.Average(row => row.Score), result.Totals!.Score.Mean, 3);
        Assert.True(result.Totals.Score.Low < result.Totals.Score.Mean);
        Assert.All(result.Rows, row => Assert.Equal((1, 0), (row.Given, row.Refused)));
        // it was pushed while it got on, not only when all was done
        Assert.Contains(player.Evaluations, view => view.Rows.Length is > 0 and < 30);
        Assert.DoesNotContain((await player.Strategies(Small))!.Entries, entry => entry.Id == answer.Id);

        Assert.Null(await player.Submit(answer, "김 개발"));
        await player.SeesEvaluation(answer.Id, view => view.Verdict == "verified");
        var entry = Assert.Single((await player.Strategies(Small))!.Entries, entry => entry.Id == answer.Id);
        Assert.Equal(("김 개발", result.Totals), (entry.Name, entry.Totals));
        Assert.Equal(result.Rows.Select(row => row.Score), entry.Scores);
        Assert.Equal("already-submitted", await player.Submit(answer, "Again"));
    }

    [Fact]
    public async Task TheLibrarysPlansAreOnEveryBoard()
    {
        await using var player = await server.Connect();
        string[] houses = [];
        // the first look begins them; each says when it is there
        for (var seen = 0; houses.Length < 3; seen++)
        {
            houses = [.. (await player.Strategies(Small))!.Entries.Select(entry => entry.House).Where(house => house.Length > 0)];
            if (houses.Length < 3) await player.SeesBoards(seen + 1);
        }

        var entries = (await player.Strategies(Small))!.Entries;
        Assert.Equal(entries.OrderByDescending(entry => entry.Totals.Score.Mean).Select(entry => entry.Id),
            entries.Select(entry => entry.Id));
        int At(string house) => Array.FindIndex(entries, entry => entry.House == house);
        Assert.True(At("par") < At("tempting") && At("tempting") < At("nothing"));
        Assert.Equal(SmallLibrary.Par, await player.PlanOf(entries[At("par")].Id));
    }

    [Fact]
    public async Task MistakesAreReportedWithTheirPlaceInBothLanguages()
    {
        await using var player = await server.Connect();
        var check =
            await player.CheckPlan(
                Small,
                "id: x\nscenario: small\nsteps:\n  - {at: 2s, action: restart-server, target: server-9}\n  - {when: {metric: "
                + "cpu}, acton: x}\n");
        Assert.Equal(
            [(4, "target-unknown"), (5, "missing-key"), (5, "missing-key"), (5, "missing-key"), (5, "unknown-key")],
            check.Problems.Select(problem => (problem.Line, problem.Code)).OrderBy(each => each));
        var target = check.Problems.Single(problem => problem.Code == "target-unknown");
        Assert.Equal(46, target.Column);
        Assert.All(check.Problems, problem => Assert.NotEqual(problem.Text.En, problem.Text.Ko));
    }

    [Theory]
    [InlineData("no-such-scenario", "id: x", "scenario-unknown")]
    [InlineData(Small, null, "plan-too-large")]
    public async Task APlanIsRefused(string scenario, string? text, string refusal)
    {
        await using var player = await server.Connect();
        var answer = await player.Evaluate(scenario, text ?? SmallLibrary.Par + "\n" + new string('#', 64 * 1024));
        Assert.Equal((refusal, ""), (answer.Refusal?.Code, answer.Id));
    }

    [Theory]
    [InlineData("- {at: 1s, action: server-crash, target: server-1, args: {seconds: 1}}", "wrong-type")]
    [InlineData("id: x\nscenario: small\nsteps:\n  - {at: 1s, action: server-crash, target: server-1, args: {seconds: 1}}",
        "action-unknown")]
    public async Task APlanCannotInjectFaults(string text, string code)
    {
        await using var player = await server.Connect();
        var answer = await player.Evaluate(Small, text);
        Assert.Equal("", answer.Id);
        Assert.Contains(answer.Problems, problem => problem.Code == code);
    }

    [Fact]
    public async Task OnlyWhoRanAPlanMaySubmitItAndOnlyUnderAName()
    {
        await using var player = await server.Connect();
        var answer = await player.Runs(Small, SmallLibrary.Tempting);
        Assert.Equal("not-yours", await player.Submit(answer with { Token = new string('a', 32) }, "Eve"));
        Assert.Equal("not-yours", await player.Submit(answer with { Token = "" }, "Eve"));
        Assert.Equal("evaluation-unknown", await player.Submit(answer with { Id = "nobody" }, "Eve"));
        Assert.Equal("name-invalid", await player.Submit(answer, "<b>Eve</b>"));
        Assert.Equal("name-empty", await player.Submit(answer, " "));
        Assert.Equal("none", (await player.WatchEvaluation(answer.Id))!.Verdict);
    }

    [Fact]
    public async Task InventedIdsActivateNoGrain()
    {
        await using var player = await server.Connect();
        Assert.Null(await player.WatchEvaluation("made-up-1"));
        Assert.Null(await player.PlanOf("made-up-2"));
        Assert.Null(await player.Strategies(Small, 0));
        Assert.Null(await player.Strategies(Small, 77));
        Assert.Equal("evaluation-unknown", await player.Submit(new EvaluationAnswer("made-up-3", "", null, []), "Eve"));
        using var browser = new Browser(server);
        await browser.SignIn();
        await using var organiser = await server.Connect(browser.Cookie);
        Assert.Equal("drill-unknown", (await organiser.Oversee("made-up-4")).Refusal?.Code);
        Assert.Equal("code-unknown", (await player.FindDrill("made-up-5")).Refusal?.Code);

        var management = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        var alive = await management.GetDetailedGrainStatistics(null, null, TestContext.Current.CancellationToken);
        Assert.NotEmpty(alive);
        Assert.DoesNotContain(alive, grain => grain.GrainId.ToString().Contains("made-up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnlyAFewPlansMayBeOpenAtATime()
    {
        await using var player = await server.Connect();
        var codes = new List<string?>();
        for (var time = 0; time < 6; time++) codes.Add((await player.Evaluate(Small, SmallLibrary.Nothing)).Refusal?.Code);
        Assert.Equal([null, null, null, null, null, "evaluations-too-fast"], codes);
    }

    [Fact]
    public async Task TheSameSeedsGiveTheSameResult()
    {
        await using var player = await server.Connect();
        var (one, other) = (await player.Runs(Small, SmallLibrary.Par), await player.Runs(Small, SmallLibrary.Par));
        Assert.Equal((await player.WatchEvaluation(one.Id))!.Rows, (await player.WatchEvaluation(other.Id))!.Rows);
    }
}
