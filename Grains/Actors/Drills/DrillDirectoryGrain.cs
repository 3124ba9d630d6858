using System.Globalization;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Commands;

namespace OpsGame.Grains.Drills;

public sealed class DrillDirectoryGrain(IDrillStore drills, IScenarioSource scenarios, TimeProvider time) : Grain, IDrillDirectoryGrain
{
    public async Task<Seating> Open(NewDrill wanted)
    {
        var refusal = DrillRules.Check(wanted);
        if (refusal is not null) return Seating.Refused(refusal);
        var scenario = await scenarios.Current(wanted.Scenario ?? "");
        if (scenario is null) return Seating.Refused(Refusal.Of("scenario-unknown"));
        if (await drills.CountLive() >= DrillLimits.Live)
            return Seating.Refused(Refusal.Of("too-many-drills", DrillLimits.Live.ToString(CultureInfo.InvariantCulture)));

        var drill = new DrillRecord(
            JoinCode.DrawDrillId(), await FreeCode(), scenario.Id, scenario.Version, scenario.ContentHash,
            wanted.Seed ?? JoinCode.DrawSeed(), wanted.Solo, DrillStatus.Lobby, DrillLimits.DefaultSpeed, DrillRules.Teams(wanted),
            People: [], PeopleEver: 0, time.GetUtcNow(), StartedAt: null, FinishedAt: null, Results: [], Diverged: false);
        var first = new SeatRequest(wanted.Name, wanted.Solo ? SeatRole.Player : SeatRole.Instructor, Team: null);
        return await GrainFactory.GetGrain<IDrillGrain>(drill.Id).Open(drill, first);
    }

    public async Task<string?> Find(string code) => JoinCode.Read(code) is { } read ? await drills.FindByCode(read) : null;

    private async Task<string> FreeCode()
    {
        while (true)
        {
            var code = JoinCode.Draw();
            if (await drills.FindByCode(code) is null) return code;
        }
    }
}
