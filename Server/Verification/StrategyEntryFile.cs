using System.Collections.Immutable;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Storage;
using OpsGame.Simulation.Plans;

namespace OpsGame.Server.Verification;

/// <summary>A strategy with everything one needs to play it again, on any machine with the same engine.</summary>
/// <param name="Runs">As stored; Hash: 16 hexadecimal digits; Chain: base64, two bytes of every tick's hash.</param>
internal sealed record StrategyEntryFile(
    string Kind, string Id, string Name, string Scenario, int ScenarioVersion, string ScenarioHash, string Engine,
    string ScenarioText,
    string Plan, ImmutableArray<StoredRun> Runs) : IEntry
{
    public const string Strategy = "strategy";

    public static StrategyEntryFile Of(Evaluation evaluation, string scenarioText, ImmutableArray<SeedRun> runs) => new(
        Strategy, evaluation.Id, evaluation.Name, evaluation.Scenario, evaluation.ScenarioVersion, evaluation.ScenarioHash,
        evaluation.Engine,
        scenarioText, evaluation.PlanText, [.. runs.Select(StoredRun.Of)]);

    public Difference? Verify(CancellationToken stop)
    {
        var scenario = ScenarioReader.Read(ScenarioText, Scenario);
        if (scenario.ContentHash != ScenarioHash || scenario.Id != Scenario || scenario.Version != ScenarioVersion)
            return new Difference(null, null, "the scenario is another than the entry's");
        var stored = Runs.Select(run => run.Read()).ToDictionary(run => run.Seed);
        var missing =
            Enumerable.Range(1, LabLimits.Seeds).Select(seed => (ulong)seed).FirstOrDefault(seed => !stored.ContainsKey(seed));
        if (missing > 0) return new Difference(missing, null, "no run is stored");
        var plan = PlanReader.ReadOwn(Plan, "plan", scenario);
        var found = new Difference?[Runs.Length];
        var crew = new ParallelOptions { CancellationToken = stop };
        Parallel.For(0, Runs.Length, crew, index =>
        {
            var run = stored[Runs[index].Seed];
            found[index] = Difference.Between(run, SeedRun.Play(scenario, plan, run.Seed, stop));
        });
        return found.OfType<Difference>().MinBy(difference => difference.Seed);
    }
}

/// <summary>A run as a file has it.</summary>
internal sealed record StoredRun(
    ulong Seed, int Score, long Failed, long SpentNanoDollars, long RolloutNs, int Given, int Refused, long Ticks, string Hash,
    byte[] Chain)
{
    public static StoredRun Of(SeedRun run) => new(
        run.Seed, run.Score, run.Failed, run.SpentNanoDollars, run.RolloutNs, run.Given, run.Refused, run.Ticks,
        Json.Hex(run.Hash),
        [.. run.Chain]);

    public SeedRun Read() =>
        new(Seed, Score, Failed, SpentNanoDollars, RolloutNs, Given, Refused, Ticks, Json.Hash(Hash), [.. Chain]);
}
