using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Doors;
using OpsGame.Server.Runs;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Scenarios;
using Refusal = OpsGame.Simulation.Ticks.Refusal;

namespace OpsGame.Server.Debriefs;

/// <summary>
/// Finished drills looked back at: each is played again from its log, and its scenario once more by par, on the crew's threads,
/// and kept for all who ask. Few of an address wait at a time.
/// </summary>
internal sealed class Debriefs(
    IBoard board, IEstateLog log, IScenarioSource scenarios, IPlanSource plans, Boards boards, Crew crew, TimeProvider time)
{
    /// <summary>Of an address: a class room that ends together, but no flood.</summary>
    private const int AtOnce = 40;

    /// <summary>Somebody at the end of a drill waits for it; before the lab's evaluations, whose ranks are their times.</summary>
    private const long Rank = 0;

    /// <summary>A team reads it together, and reloads it; then whoever comes later may wait again.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly Tally _waiting = new(AtOnce);
    private readonly Shared<EstateKey, DebriefView?> _made = new(time, Lasts);
    private readonly Shared<(string Hash, ulong Seed, string Plan, long Ticks), PlayedRun?> _plans = new(time, Lasts);

    public async Task<Debrief> Of(EstateKey estate, string address)
    {
        if (!_waiting.Enter(address)) return new Debrief(null, Refusal.Of(DrillRefusals.TooFast));
        try
        {
            return await _made.Get(estate, () => Look(estate)) is { } seen
                ? new Debrief(seen, null)
                : new Debrief(null, Refusal.Of(DebriefRefusals.None));
        }
        finally
        {
            _waiting.Leave(address);
        }
    }

    /// <summary>Null: it does not come out as it was kept, so what is played again is not what was seen.</summary>
    private async Task<DebriefView?> Look(EstateKey estate)
    {
        if (await board.Find(estate.Drill, estate.Team) is not { Result: var result }) return null;
        var scenario = await scenarios.Load(result.ScenarioHash);
        var logged = await log.Read(estate.ToString());
        var own = await crew.Run(Rank, stop => PlayedRun.OfLog(scenario, result.Seed, logged, result.Ticks, stop));
        if (own.Last.Hash != result.Hash || own.Last.Score.Total != result.Score) return null;
        var par = await Play(scenario, result, "par");
        var nothing = own.Last.Ended ? await Play(scenario, result, "nothing") : null;
        var others = (await boards.Drills(scenario)).Where(entry => entry.Drill != estate.Drill).Select(entry => entry.Score);
        return DebriefMapper.View(estate, scenario, own, par, nothing, [.. others.Order()]);
    }

    /// <summary>One of the library's plans on the drill's luck, for as long as it was played; null: there is none.</summary>
    private Task<PlayedRun?> Play(Scenario scenario, BoardResult result, string kind) =>
        _plans.Get((scenario.ContentHash, result.Seed, kind, result.Ticks), async () =>
        {
            if (plans.House(scenario).FirstOrDefault(plan => plan.Kind == kind) is not { } house) return null;
            var plan = plans.Read(house.Text, scenario);
            return await crew.Run(Rank, stop => PlayedRun.OfPlan(scenario, result.Seed, plan, result.Ticks, stop));
        });
}

/// <summary>A drill looked back at, or why nobody can.</summary>
internal sealed record Debrief(DebriefView? View, Refusal? Refusal);
