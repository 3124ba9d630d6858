using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;
using OpsGame.Simulation.Plans;

namespace OpsGame.Server.Tests.Storage;

/// <summary>Which evaluations are kept, and what a board shows of them.</summary>
public abstract partial class StorageTests
{
    [Fact]
    public async Task UnsubmittedEvaluationsAreDeletedAfterAWhile()
    {
        await Keep("old", days: 1, "a", Verdict.None);
        await Keep("shown", days: 1, "a", Verdict.Verified);
        await Keep("refused", days: 1, "a", Verdict.Refused);
        await Keep("open", days: 1, "a", Verdict.None, EvaluationStatus.Open);
        await Keep("house", days: 1, "", Verdict.None, house: "par");
        foreach (var day in (int[])[40, 41, 42]) await Keep($"mine-{day}", day, "a", Verdict.None);
        await Keep("others", days: 40, "b", Verdict.None);
        await Evaluations.Forget(DateTimeOffset.UnixEpoch.AddDays(31), "a", keep: 2);

        Assert.Equal(
            ["house", "mine-41", "mine-42", "open", "others", "refused", "shown"],
            await Left("old", "shown", "refused", "open", "house", "mine-40", "mine-41", "mine-42", "others"));
        Assert.Empty(await Evaluations.Runs("old", chains: false));
        Assert.Single(await Evaluations.Runs("mine-41", chains: false));
    }

    [Fact]
    public async Task ABoardShowsTheBestStrategyOfEachName()
    {
        foreach (var (id, name, score) in ((string, string, int)[])[
            ("a", "Ada", 700), ("b", "ada", 900), ("c", "Ada", 800), ("d", "Ben", 600),
        ])
            await Keep(id, days: 1, "a", Verdict.Verified, name: name, score: score);
        var board = await Evaluations.Board("shop", 1, "hash", count: 2);
        Assert.Equal([("b", "ada"), ("d", "Ben")],
            board.Entries.Select(entry => (entry.Evaluation.Id, entry.Evaluation.Name)).OrderBy(entry => entry.Id));
        Assert.Empty(board.Doubtful);
    }

    private IEvaluationStore Evaluations => _host!.Services.GetRequiredService<IEvaluationStore>();

    private async Task Keep(
        string id, int days, string address, Verdict verdict, EvaluationStatus status = EvaluationStatus.Done, string house = "",
        string name = "",
        int score = 500)
    {
        var evaluation = new Evaluation(
            id, "shop", 1, "hash", "1.0.0", "plan", new LocalText("plan", "plan"), "id: plan", house, address, "owner",
            DateTimeOffset.UnixEpoch.AddDays(days), status, name, SubmittedAt: null, verdict, Finding: "");
        await Evaluations.Add(evaluation);
        await Evaluations.Keep(id, new SeedRun(1, score, 0, 0, 0, 0, 0, 1, 7, [1, 2]));
        await Evaluations.Save(evaluation with { Revision = 1 });
    }

    private async Task<string[]> Left(params string[] ids)
    {
        var found = new List<string>();
        foreach (var id in ids)
            if (await Evaluations.Find(id) is not null) found.Add(id);
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
