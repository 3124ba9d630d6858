using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;
using OpsGame.Simulation.Plans;

namespace OpsGame.Grains.Lab;

/// <summary>Playing what is missing, and playing again what is to be verified.</summary>
public sealed partial class EvaluationGrain
{
    private async Task Work(CancellationToken cancellationToken)
    {
        if (_working || Stopping || _evaluation is not { IsOpen: true }) return;
        _working = true;
        try
        {
            if (Mine.Engine != EngineVersion.Text) await Restart();
            if (Mine.Status == EvaluationStatus.Open) await Play();
            if (Mine is { Status: EvaluationStatus.Done, Verdict: Verdict.Pending }) await Verify();
        }
        catch (PlanFailedException failure)
        {
            logger.LogWarning(failure, "Evaluation {Evaluation} cannot be played", Mine.Id);
            var finding = failure.Message.Length > FindingLength ? failure.Message[..FindingLength] : failure.Message;
            await Keep(Mine with
            {
                Status = EvaluationStatus.Failed,
                Verdict = Mine.Verdict == Verdict.Pending ? Verdict.Refused : Mine.Verdict,
                Finding = finding,
            });
        }
        catch (SupersededException failure)
        {
            // Another activation goes on with it.
            logger.LogWarning(failure, "Evaluation {Evaluation} has moved", Mine.Id);
            DeactivateOnIdle();
        }
        catch (Exception failure)
        {
            // A silo or the disk: nothing is lost, the lab wakes it again.
            if (!Stopping) logger.LogWarning(failure, "Evaluation {Evaluation} was interrupted", Mine.Id);
        }
        finally
        {
            _working = false;
        }
    }

    /// <summary>Begun by other rules: runs of two rules must not be mixed.</summary>
    private async Task Restart()
    {
        _runs.Clear();
        await store.Restart(Mine.Id);
        await Keep(Mine with { Engine = EngineVersion.Text, Status = EvaluationStatus.Open });
    }

    private async Task Play()
    {
        var rank = Mine.CreatedAt.ToUnixTimeMilliseconds();
        await Each([.. Seeds.Where(seed => !_runs.ContainsKey(seed))], rank, async run =>
        {
            await store.Keep(Mine.Id, run);
            _runs[run.Seed] = run with { Chain = [] };
            await Tell();
        });
        // The house's own needs no second opinion: it was played here and now, and is sealed like the others.
        await Keep(Mine with
        {
            Status = EvaluationStatus.Done, Verdict = Mine.House.Length > 0 ? Verdict.Verified : Mine.Verdict,
        });
        if (Mine.House.Length > 0) await Lab.TellBoard(Mine.Scenario);
    }

    /// <summary>All seeds, from the plan and the scenario as they are stored, against the runs as they are stored.</summary>
    private async Task Verify()
    {
        _checked = 0;
        await Read();
        var kept = (await store.Runs(Mine.Id, chains: true)).ToDictionary(run => run.Seed);
        var found = new List<Difference>();
        await Each(Seeds, Crew.Last, async played =>
        {
            var difference = kept.TryGetValue(played.Seed, out var stored)
                ? Difference.Between(stored, played)
                : new Difference(played.Seed, null, "no run is stored");
            if (difference is not null) found.Add(difference);
            _checked++;
            await Tell();
        });
        var first = found.MinBy(difference => difference.Seed);
        if (first is not null) logger.LogError("Evaluation {Evaluation} is not what it says: {Difference}", Mine.Id, first);
        await Keep(Mine with { Verdict = first is null ? Verdict.Verified : Verdict.Refused, Finding = first?.ToString() ?? "" });
        // a refused one may have been shown before it was doubted
        await Lab.TellBoard(Mine.Scenario);
    }

    /// <summary>Plays seeds, some at a time, and hears of each as it is ready.</summary>
    private async Task Each(ImmutableArray<ulong> seeds, long rank, Func<SeedRun, Task> hear)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, LabLimits.SeedsAtOnce).Select(async _ =>
        {
            while (next < seeds.Length && !Stopping) await hear(await Run(seeds[next++], rank));
        }));
        if (Stopping) throw new OperationCanceledException();
    }

    private async Task<SeedRun> Run(ulong seed, long rank)
    {
        try
        {
            return await GrainFactory.GetGrain<ISeedGrain>($"{Mine.Id}/{seed}")
                .Run(new SeedOrder(Mine.ScenarioHash, Mine.PlanText, seed, rank))
                // A process that is about to end does not wait for what another one plays.
                .WaitAsync(process.ApplicationStopping);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OrleansException or TimeoutException))
        {
            throw new PlanFailedException(failure);
        }
    }

    private sealed class PlanFailedException(Exception why) : Exception(why.Message, why);
}
