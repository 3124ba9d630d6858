using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Naming;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using Orleans.Utilities;

namespace OpsGame.Grains.Lab;

public sealed class LabGrain(
    IEvaluationStore store, IScenarioSource scenarios, IPlanSource plans, TimeProvider time, IHostApplicationLifetime process,
    ILogger<LabGrain> logger) : Grain, ILabGrain
{
    /// <summary>How often it looks for evaluations that lost their silo.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan SubscriptionLasts = TimeSpan.FromMinutes(1);

    private readonly ObserverManager<ILabObserver> _observers = new(SubscriptionLasts, logger);
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);

    private bool Stopping => process.ApplicationStopping.IsCancellationRequested;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Soon at first: it may have come to life because the silo it had before is gone.
        this.RegisterGrainTimer(
            _ => WakeOpen(), new GrainTimerCreationOptions(TimeSpan.FromSeconds(1), Round) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task<Opening> Open(NewEvaluation wanted)
    {
        if (await scenarios.Current(wanted.Scenario) is not { } scenario)
            return new Opening("", Refusal.Of(DrillRefusals.ScenarioUnknown));
        var (all, ofAddress) = await store.CountOpen(wanted.Address);
        if (all >= LabLimits.Open) return new Opening("", Refusal.Of(LabRefusals.Full, Show(LabLimits.Open)));
        if (ofAddress >= wanted.OpenPerAddress)
            return new Opening("", Refusal.Of(LabRefusals.FullForYou, Show(wanted.OpenPerAddress)));
        var evaluation = New(JoinCode.DrawDrillId(), scenario, wanted.PlanId, wanted.Title, wanted.PlanText) with
        {
            Address = wanted.Address,
            Owner = wanted.Owner,
        };
        await store.Add(evaluation);
        await store.Forget(time.GetUtcNow() - LabLimits.KeptFor, wanted.Address, LabLimits.KeptPerAddress);
        await Evaluation(evaluation.Id).Wake();
        return new Opening(evaluation.Id, null);
    }

    public async Task Compare(string scenario)
    {
        if (_compared.Contains(scenario) || await scenarios.Current(scenario) is not { } found) return;
        foreach (var house in plans.House(found))
        {
            try
            {
                var plan = plans.Read(house.Text, found);
                var id = $"{house.Kind}-{Fingerprint(found.ContentHash, house.Text)}";
                await store.Add(New(id, found, plan.Id, plan.Title, house.Text) with { House = house.Kind });
                await Evaluation(id).Wake();
            }
            catch (Exception failure)
            {
                // A library's broken plan must not take its scenario's board away.
                logger.LogError(failure, "The plan {Plan} of {Scenario} cannot be played", house.Kind, scenario);
            }
        }

        _compared.Add(scenario);
    }

    public Task<bool> Watch(ILabObserver observer)
    {
        var known = _observers.Count;
        _observers.Subscribe(observer, observer);
        return Task.FromResult(_observers.Count > known);
    }

    public Task Tell(EvaluationNews news) => Notify(observer => observer.Evaluation(news));

    public Task TellBoard(string scenario) => Notify(observer => observer.Board(scenario));

    public Task Wake() => WakeOpen();

    private Task Notify(Func<ILabObserver, Task> tell)
    {
        if (Stopping) return Task.CompletedTask;
        _observers.ClearExpired();
        return _observers.Notify(tell);
    }

    private async Task WakeOpen()
    {
        if (Stopping) return;
        foreach (var id in await store.Open()) await Evaluation(id).Wake();
    }

    private Evaluation New(string id, Scenario scenario, string plan, LocalText title, string text) => new(
        id, scenario.Id, scenario.Version, scenario.ContentHash, EngineVersion.Text, plan, title, text, House: "", Address: "",
        Owner: "",
        time.GetUtcNow(), EvaluationStatus.Open, Name: "", SubmittedAt: null, Verdict.None, Finding: "");

    private static string Fingerprint(string scenarioHash, string plan) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scenarioHash}\n{EngineVersion.Text}\n{plan}")))[..20];

    private IEvaluationGrain Evaluation(string id) => GrainFactory.GetGrain<IEvaluationGrain>(id);

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
