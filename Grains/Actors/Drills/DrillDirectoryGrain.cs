using System.Globalization;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Naming;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using Orleans.Runtime.Placement;

namespace OpsGame.Grains.Drills;

public sealed class DrillDirectoryGrain(IDrillStore drills, IScenarioSource scenarios, TimeProvider time)
    : Grain, IDrillDirectoryGrain
{
    private readonly Loads _loads = new(time);
    private Allowances? _opened;
    private Allowances? _seeds;

    public async Task<Seating> Open(NewDrill wanted)
    {
        var refusal = DrillRules.Check(wanted);
        if (refusal is not null) return Seating.Refused(refusal);
        var scenario = await scenarios.Current(wanted.Scenario ?? "");
        if (scenario is null) return Seating.Refused(Refusal.Of(DrillRefusals.ScenarioUnknown));
        refusal = await FindRoom(wanted) ?? await CheckSeed(wanted, scenario);
        if (refusal is not null) return Seating.Refused(refusal);

        var drill = new DrillRecord(
            JoinCode.DrawDrillId(), await FreeCode(), scenario.Id, scenario.Version, scenario.ContentHash,
            wanted.Seed ?? JoinCode.DrawSeed(), wanted.Solo, DrillStatus.Lobby, DrillLimits.DefaultSpeed,
            DrillRules.Teams(wanted),
            People: [], PeopleEver: 0, time.GetUtcNow(), StartedAt: null, FinishedAt: null, Results: [], Diverged: false,
            Address: wanted.Address, Sandbox: wanted.Sandbox, From: wanted.From);
        // Its grains go where there is most room, as does what they call to life; a placement that cannot be is none.
        if (_loads.Emptiest is { } silo) RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        var first = new SeatRequest(wanted.Name, wanted.Solo ? SeatRole.Player : SeatRole.Instructor, Team: null, wanted.Browser);
        return await GrainFactory.GetGrain<IDrillGrain>(drill.Id).Open(drill, first);
    }

    public Task Report(SiloAddress silo, double load)
    {
        _loads.Report(silo, load);
        return Task.CompletedTask;
    }

    public async Task<string?> Find(string code) => JoinCode.Read(code) is { } read ? await drills.FindByCode(read) : null;

    /// <summary>Room for its estates; nobody at one address takes all there is, nor much of it at once.</summary>
    private async Task<Refusal?> FindRoom(NewDrill wanted)
    {
        var bound = wanted.Address.Length > 0;
        var every = (int)DrillLimits.OpenedEvery.TotalSeconds;
        _opened ??= new Allowances(time, DrillLimits.OpenedAtOnce(wanted.EstatesPerAddress), 1.0 / every);
        if (bound && !_opened.Take(wanted.Address)) return Refusal.Of(DrillRefusals.DrillsTooFast, Show(every));
        var (all, here) = await drills.CountEstates(wanted.Address);
        if (all + wanted.Teams.Length > DrillLimits.Live) return Refusal.Of(DrillRefusals.TooManyDrills, Show(DrillLimits.Live));
        if (_loads.AreFull) return Refusal.Of(DrillRefusals.EstatesFull);
        return bound && here + wanted.Teams.Length > wanted.EstatesPerAddress
            ? Refusal.Of(DrillRefusals.TooManyDrillsHere, Show(wanted.EstatesPerAddress))
            : null;
    }

    /// <summary>In a drill of one's own one could see beforehand what happens in another on the same seed.</summary>
    private async Task<Refusal?> CheckSeed(NewDrill wanted, Scenario scenario)
    {
        if (wanted is not { Seed: { } seed, Address.Length: > 0, Daily: false }) return null;
        var every = (int)DrillLimits.SeedEvery.TotalSeconds;
        _seeds ??= new Allowances(time, DrillLimits.SeedsAtOnce(wanted.EstatesPerAddress), 1.0 / every);
        if (!wanted.Again && !_seeds.Take(wanted.Address)) return Refusal.Of(DrillRefusals.DrillsTooFast, Show(every));
        return (await drills.Live()).Any(drill => drill.Scenario == scenario.Id && drill.Seed == seed)
            ? Refusal.Of(DrillRefusals.SeedInPlay)
            : null;
    }

    private async Task<string> FreeCode()
    {
        while (true)
        {
            var code = JoinCode.Draw();
            if (await drills.FindByCode(code) is null) return code;
        }
    }

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
