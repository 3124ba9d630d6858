using System.Collections.Immutable;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;

namespace OpsGame.Grains.Drills;

/// <summary>
/// Takes people's names out of a drill that is over. Names are in what a tick's hash covers (who holds a role, who began a
/// rollout), so its logs are played again without them: the hashes are then those of the same history, and whoever plays it
/// again comes to the same end.
/// </summary>
public sealed class Renaming(IEstateLog log, IBoard board, IDrillStore drills, IScenarioSource scenarios, Crew crew)
{
    /// <summary>Somebody waits for it, and nobody waits for the lab's seeds.</summary>
    private const long First = 0;

    /// <summary>The drill as it is kept now.</summary>
    /// <exception cref="SupersededException">Somebody else changed it meanwhile.</exception>
    public async Task<DrillRecord> Rename(DrillRecord over)
    {
        var names = new Pseudonyms(over);
        var estates = ImmutableArray.CreateBuilder<RenamedEstate>(over.Teams.Length);
        foreach (var team in over.Teams) estates.Add(await Rename(over, team, names));
        var next = names.Record() with { Revision = over.Revision + 1 };
        await drills.Rename(next, estates.MoveToImmutable());
        return next;
    }

    private async Task<RenamedEstate> Rename(DrillRecord over, Team team, Pseudonyms names)
    {
        var key = new EstateKey(over.Id, team.Id);
        var (before, result) = (await log.Read(key.ToString()), (await board.Find(over.Id, team.Id))?.Result);
        var after = before with { Entries = names.Log(before.Entries) };
        var renamed = result is null ? null : names.Result(result);
        var scenario = await scenarios.Load(over.ScenarioHash);
        return await crew.Run(First, stop =>
        {
            // What does not come out as it was stored is not made to: it keeps its hashes, and stays refused.
            var honest = over.Engine == EngineVersion.Text && !over.IsMixed && !over.Diverged
                && (result is null || Rerun.Compare(result, before, scenario, stop) is null);
            if (!honest) return new RenamedEstate(key, after, renamed);
            var (played, hash) = Rerun.Rehash(after, scenario, over.Seed, result?.Ticks ?? before.LastTick, stop);
            return new RenamedEstate(key, played, renamed is null ? null : renamed with { Hash = hash });
        });
    }
}
