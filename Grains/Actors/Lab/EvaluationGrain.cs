using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Naming;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Ticks;
using Orleans.Concurrency;

namespace OpsGame.Grains.Lab;

/// <summary>
/// Reentrant: it answers how it stands while its seeds are played. Every finished seed is kept at once, so that whatever happens
/// only seeds that were being played are played again.
/// </summary>
[Reentrant]
public sealed partial class EvaluationGrain(
    IEvaluationStore store, TimeProvider time, IHostApplicationLifetime process, ILogger<EvaluationGrain> logger)
        : Grain, IEvaluationGrain
{
    private const int FindingLength = 300;

    /// <summary>Without their chains, which only a verification needs.</summary>
    private readonly SortedDictionary<ulong, SeedRun> _runs = [];
    private Evaluation? _evaluation;
    private IGrainTimer? _timer;
    private bool _working;
    private int _checked;

    private Evaluation Mine =>
        _evaluation ?? throw new InvalidOperationException($"There is no evaluation {this.GetPrimaryKeyString()}.");

    private bool Stopping => process.ApplicationStopping.IsCancellationRequested;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(Work, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)
        {
            Interleave = true,
            KeepAlive = true,
        });
        await Read();
    }

    public Task<EvaluationNews?> Show() => Task.FromResult(_evaluation is null ? null : News());

    public async Task Wake()
    {
        // It may have been asked about before it was opened.
        if (_evaluation is null) await Read();
        if (_evaluation is { IsOpen: true } && !_working) _timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public async Task<Refusal?> Submit(string token, string name)
    {
        // as it is stored: it may have been forgotten meanwhile
        if (await store.Find(this.GetPrimaryKeyString()) is not { House.Length: 0 } evaluation)
            return Refusal.Of(DrillRefusals.EvaluationUnknown);
        if (!OwnerToken.Fits(token, evaluation.Owner)) return Refusal.Of(LabRefusals.NotYours);
        if (evaluation.Status != EvaluationStatus.Done) return Refusal.Of(LabRefusals.EvaluationUnfinished);
        if (evaluation.Verdict != Verdict.None) return Refusal.Of(LabRefusals.AlreadySubmitted);
        if (NameRules.Check(name, out var shown) is { } refusal) return refusal;
        await Keep(evaluation with { Name = shown, SubmittedAt = time.GetUtcNow(), Verdict = Verdict.Pending });
        await Wake();
        return null;
    }

    public async Task Doubt()
    {
        if (_working) return;
        await Read();
        if (_evaluation is not { Verdict: Verdict.Verified }) return;
        await Keep(Mine with { Verdict = Verdict.Pending });
        await Wake();
    }

    private async Task Read()
    {
        var id = this.GetPrimaryKeyString();
        _evaluation = await store.Find(id);
        _runs.Clear();
        if (_evaluation is null) return;
        foreach (var run in await store.Runs(id, chains: false)) _runs[run.Seed] = run;
    }

    private async Task Keep(Evaluation next)
    {
        next = next with { Revision = next.Revision + 1 };
        await store.Save(next);
        _evaluation = next;
        await Tell();
    }

    /// <summary>Never awaits more than the message's way.</summary>
    private Task Tell() => Stopping ? Task.CompletedTask : Lab.Tell(News());

    private EvaluationNews News() => new(Mine, [.. _runs.Values], _checked);

    private ILabGrain Lab => GrainFactory.GetGrain<ILabGrain>(0);

    private static ImmutableArray<ulong> Seeds { get; } = [.. Enumerable.Range(1, LabLimits.Seeds).Select(seed => (ulong)seed)];
}
