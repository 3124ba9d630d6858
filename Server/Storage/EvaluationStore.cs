using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Plans;

namespace OpsGame.Server.Storage;

internal sealed class EvaluationStore(IDbContextFactory<OpsGameDb> databases, Seals seals) : IEvaluationStore
{
    private static readonly string Shown = nameof(Verdict.Verified);

    /// <summary>
    /// Newest of the house's that are looked through: three (of the comparison six) for each of the last engines.
    /// </summary>
    private const int MostHouse = 24;

    /// <summary>Best entries among which the names are looked for.</summary>
    private const int MostLooked = 1_000;

    public async Task<bool> Add(Evaluation evaluation)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Evaluations.AnyAsync(row => row.Id == evaluation.Id)) return false;
        db.Evaluations.Add(new EvaluationRow
        {
            Id = evaluation.Id,
            Scenario = evaluation.Scenario,
            ScenarioVersion = evaluation.ScenarioVersion,
            ScenarioHash = evaluation.ScenarioHash,
            Engine = evaluation.Engine,
            PlanText = evaluation.PlanText,
            House = evaluation.House,
            Address = evaluation.Address,
            Status = evaluation.Status.ToString(),
            Verdict = evaluation.Verdict.ToString(),
            IsOpen = evaluation.IsOpen,
            CreatedAtMs = evaluation.CreatedAt.ToUnixTimeMilliseconds(),
            Score = 0,
            SpentNanoDollars = 0,
            Record = Record(evaluation),
            Revision = evaluation.Revision,
            Seal = "",
        });
        await db.SaveChangesAsync();
        return true;
    }

    public async Task Save(Evaluation evaluation)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.Evaluations.SingleAsync(each => each.Id == evaluation.Id);
        if (row.Revision != evaluation.Revision - 1) throw new SupersededException($"Evaluation {row.Id}");
        row.Revision = evaluation.Revision;
        row.Engine = evaluation.Engine;
        row.Status = evaluation.Status.ToString();
        row.Verdict = evaluation.Verdict.ToString();
        row.IsOpen = evaluation.IsOpen;
        row.Record = Record(evaluation);
        row.Seal = "";
        if (evaluation.Verdict == Verdict.Verified)
        {
            var runs = await WithoutChains(db.Runs.Where(run => run.Evaluation == row.Id)).ToListAsync();
            (row.Score, row.SpentNanoDollars) = (runs.Sum(run => run.Score), runs.Sum(run => run.SpentNanoDollars));
            row.Seal = seals.Put(Seals.ContentOf(row, runs));
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new SupersededException($"Evaluation {row.Id}");
        }
    }

    public async Task<Evaluation?> Find(string id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is { } row ? Read(row) : null;
    }

    public async Task Restart(string evaluation)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Runs.Where(run => run.Evaluation == evaluation).ExecuteDeleteAsync();
    }

    public async Task Keep(string evaluation, SeedRun run)
    {
        await using var db = await databases.CreateDbContextAsync();
        var (seed, chain, hash) = ((long)run.Seed, ImmutableCollectionsMarshal.AsArray(run.Chain)!, Json.Hex(run.Hash));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO evaluation_runs
                ("Evaluation", "Seed", "Score", "Failed", "SpentNanoDollars", "RolloutNs", "Given", "Refused",
                 "Ticks", "Hash", "Chain")
            VALUES ({evaluation}, {seed}, {run.Score}, {run.Failed}, {run.SpentNanoDollars}, {run.RolloutNs}, {run.Given},
                {run.Refused}, {run.Ticks}, {hash}, {chain})
            ON CONFLICT ("Evaluation", "Seed") DO NOTHING
            """);
    }

    public async Task<ImmutableArray<SeedRun>> Runs(string evaluation, bool chains)
    {
        await using var db = await databases.CreateDbContextAsync();
        var mine = db.Runs.AsNoTracking().Where(run => run.Evaluation == evaluation).OrderBy(run => run.Seed);
        var rows = await (chains ? mine : WithoutChains(mine)).ToListAsync();
        return [.. rows.Select(Read)];
    }

    public async Task<ImmutableArray<string>> Open()
    {
        await using var db = await databases.CreateDbContextAsync();
        return [.. await db.Evaluations.Where(row => row.IsOpen).OrderBy(row => row.CreatedAtMs).Select(row => row.Id)
            .ToListAsync()];
    }

    public async Task<(int All, int OfAddress)> CountOpen(string address)
    {
        await using var db = await databases.CreateDbContextAsync();
        return (
            await db.Evaluations.CountAsync(row => row.IsOpen),
            await db.Evaluations.CountAsync(row => row.IsOpen && row.Address == address));
    }

    public async Task Forget(DateTimeOffset before, string address, int keep)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (beforeMs, nobody) = (before.ToUnixTimeMilliseconds(), nameof(Verdict.None));
        var loose = db.Evaluations.Where(row => !row.IsOpen && row.House == "" && row.Verdict == nobody);
        var old = await loose.Where(row => row.CreatedAtMs < beforeMs).Select(row => row.Id).ToListAsync();
        old.AddRange(
            await loose.Where(row => row.Address == address).OrderByDescending(row => row.CreatedAtMs).ThenBy(row => row.Id)
            .Skip(keep).Select(row => row.Id).ToListAsync());
        if (old.Count == 0) return;
        await db.Runs.Where(run => old.Contains(run.Evaluation)).ExecuteDeleteAsync();
        await db.Evaluations.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync();
        await transaction.CommitAsync();
    }

    public async Task<StrategyResults> Board(string scenario, int version, string? hash, int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var verified = db.Evaluations.AsNoTracking().Where(row => row.Scenario == scenario && row.Verdict == Shown);
        var versions = await verified.Select(row => row.ScenarioVersion).Distinct().OrderDescending().ToListAsync();
        hash ??= await verified.Where(row => row.ScenarioVersion == version).OrderByDescending(row => row.CreatedAtMs)
            .Select(row => row.ScenarioHash).FirstOrDefaultAsync();
        var there = verified.Where(row => row.ScenarioVersion == version && row.ScenarioHash == hash);
        var best = await there.Where(row => row.House == "").OrderByDescending(row => row.Score)
            .ThenBy(row => row.SpentNanoDollars)
            .ThenBy(row => row.CreatedAtMs).Select(row => new { row.Id, row.Record }).Take(MostLooked).ToListAsync();
        var chosen = best.DistinctBy(row => Json.Read<Evaluation>(row.Record).Name, StringComparer.OrdinalIgnoreCase).Take(count)
            .Select(row => row.Id).ToList();
        var rows = await there.Where(row => chosen.Contains(row.Id)).ToListAsync();
        // of the house's as the newest engine plays them
        var house =
            await there.Where(row => row.House != "").OrderByDescending(row => row.CreatedAtMs).Take(MostHouse).ToListAsync();
        rows.AddRange(house.DistinctBy(row => row.House));
        var ids = rows.Select(row => row.Id).ToList();
        var runs = (await WithoutChains(db.Runs.Where(run => ids.Contains(run.Evaluation))).ToListAsync()).ToLookup(
            run => run.Evaluation);
        var whole = rows.ToLookup(row => seals.Holds(Seals.ContentOf(row, runs[row.Id]), row.Seal));
        return new StrategyResults(
            [.. whole[true].Select(row => (Read(row), runs[row.Id].OrderBy(run => run.Seed).Select(Read).ToImmutableArray()))],
            [.. whole[false].Select(row => row.Id)], [.. versions]);
    }

    /// <summary>The chains are most of a run, and nobody looks at them but a verification.</summary>
    private static IQueryable<RunRow> WithoutChains(IQueryable<RunRow> runs) => runs.AsNoTracking().Select(run => new RunRow
    {
        Evaluation = run.Evaluation,
        Seed = run.Seed,
        Score = run.Score,
        Failed = run.Failed,
        SpentNanoDollars = run.SpentNanoDollars,
        RolloutNs = run.RolloutNs,
        Given = run.Given,
        Refused = run.Refused,
        Ticks = run.Ticks,
        Hash = run.Hash,
        Chain = Array.Empty<byte>(),
    });

    /// <summary>What has a column is not written twice.</summary>
    private static string Record(Evaluation evaluation) => Json.Write(evaluation with { PlanText = "" });

    /// <summary>The columns win: they are what is searched and sealed.</summary>
    private static Evaluation Read(EvaluationRow row) => Json.Read<Evaluation>(row.Record) with
    {
        Id = row.Id,
        Scenario = row.Scenario,
        ScenarioVersion = row.ScenarioVersion,
        ScenarioHash = row.ScenarioHash,
        Engine = row.Engine,
        PlanText = row.PlanText,
        House = row.House,
        Status = Enum.Parse<EvaluationStatus>(row.Status),
        Verdict = Enum.Parse<Verdict>(row.Verdict),
    };

    private static SeedRun Read(RunRow row) => new(
        (ulong)row.Seed, row.Score, row.Failed, row.SpentNanoDollars, row.RolloutNs, row.Given, row.Refused, row.Ticks,
        Json.Hash(row.Hash),
        ImmutableCollectionsMarshal.AsImmutableArray(row.Chain));
}
