using System.Collections.Immutable;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;

namespace OpsGame.Grains.Drills;

/// <summary>How the teams stand, as their estates say.</summary>
public sealed partial class DrillGrain
{
    /// <summary>How everybody stands. An estate that cannot answer now (its silo died) keeps its last standing.</summary>
    private Task AskEstates() => AtEstates(estate => Reach(async () =>
    {
        if (await estate.Standing() is not { } standing) return;
        Note(standing);
        if (Drill.Status == DrillStatus.Running && _pulse.Stands(standing)) await Mend(estate, standing);
    }));

    private void Note(Standing standing)
    {
        if (_standings.TryGetValue(standing.Team, out var known) && known == standing) return;
        _standings[standing.Team] = standing;
        TellSoon(standings: true);
    }

    /// <summary>After a restart it asks until each estate has caught up and said so, also while they stand.</summary>
    private bool KnowsHowTheyStand => Drill.StartedAt is null || Drill.Teams.All(team => _standings.ContainsKey(team.Id));

    private ImmutableArray<Standing> Standings =>
        [.. Drill.Teams.Select(team => _standings.GetValueOrDefault(team.Id)).OfType<Standing>()];

    private ImmutableArray<BoardResult> Results(DrillRecord drill) =>
    [
        .. drill.Teams.Where(team => _standings.ContainsKey(team.Id)).Select(team =>
        {
            var standing = _standings[team.Id];
            return new BoardResult(
                drill.Id, team.Id, team.Name,
                [.. drill.People.Where(person => person.Team == team.Id).Select(person => person.Name)],
                drill.Scenario, drill.ScenarioVersion, drill.ScenarioHash, EngineVersion.Text, drill.Seed, standing.Score,
                standing.Service, standing.SpentNanoDollars, standing.Tick, standing.Hash, drill.FinishedAt!.Value,
                standing.Ended && drill.Counts);
        }),
    ];
}
