using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Hubs;

/// <summary>The strategy lab and the boards.</summary>
internal sealed partial class DrillHub
{
    public async Task<BoardEntry[]> Board(string scenario) => Known(scenario) is { } found ? await boards.Drills(found) : [];

    public async Task<LabView?> Lab(string scenario) => Known(scenario) is { } found ? await counter.View(found) : null;

    public async Task<PlanCheck> CheckPlan(string scenario, string text)
    {
        var (refusal, _, problems) = await counter.Read(Known(scenario), text, Address);
        return new PlanCheck(refusals.View(refusal), [.. problems.Select(laboratory.View)]);
    }

    public async Task<EvaluationAnswer> Evaluate(string scenario, string text)
    {
        var (refusal, plan, problems) = await counter.Read(Known(scenario), text, Address);
        if (plan is null) return new EvaluationAnswer("", "", refusals.View(refusal), [.. problems.Select(laboratory.View)]);
        if (!Caller.Of(Context).Evaluations.Take())
            return new EvaluationAnswer("", "", refusals.Of(HubRefusals.EvaluationsTooFast), []);
        var token = OwnerToken.Draw();
        var opening = await Laboratory.Open(counter.Order(scenario, plan, text, Address, OwnerToken.Fingerprint(token)));
        return opening.Refusal is { } full
            ? new EvaluationAnswer("", "", refusals.View(full), [])
            : new EvaluationAnswer(opening.Id, token, null, []);
    }

    public async Task<EvaluationView?> WatchEvaluation(string id)
    {
        if (await Stored(id) is null) return null;
        return await evaluationFeed.Watch(Context.ConnectionId, id) is { } news ? LabMapper.View(news) : null;
    }

    public Task UnwatchEvaluation(string id)
    {
        if (Requested.Name(id) is not null) evaluationFeed.Unwatch(Context.ConnectionId, id);
        return Task.CompletedTask;
    }

    public async Task<string?> PlanOf(string id) => (await Stored(id))?.PlanText;

    public async Task<Refusal?> Submit(SubmitStrategy request) => refusals.View(
        await Stored(request?.Id) is { Id: var id }
            ? await grains.GetGrain<IEvaluationGrain>(id).Submit(request!.Token, request.Name)
            : Simulation.Ticks.Refusal.Of(DrillRefusals.EvaluationUnknown));

    public async Task<StrategyBoard?> Strategies(string scenario, int? version) =>
        Known(scenario) is { } found && (version ?? found.Version) is >= 1 and var wanted && wanted <= found.Version
            ? await boards.Strategies(found, wanted)
            : null;

    /// <summary>Ids can be made up; no grain comes to life for one that was.</summary>
    private async Task<Evaluation?> Stored(string? id) => Requested.Name(id) is { } name ? await evaluations.Find(name) : null;

    private ILabGrain Laboratory => grains.GetGrain<ILabGrain>(0);

    private Simulation.Scenarios.Scenario? Known(string scenario) => Requested.Name(scenario) is { } id ? library.Find(id) : null;

    /// <summary>Where the caller sits, as far as this server can see.</summary>
    private string Address => Caller.Of(Context).Address;
}
