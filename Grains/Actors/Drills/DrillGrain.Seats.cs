using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Drills;

/// <summary>Who comes and goes.</summary>
public sealed partial class DrillGrain
{
    public Task<RoomState?> Show() => Task.FromResult(_drill is null ? null : Room());

    public async Task<Seating> Join(SeatRequest wanted)
    {
        if (_drill is null) return Seating.Refused(Refusal.Of(DrillRefusals.CodeUnknown));
        var refusal = DrillRules.Join(_drill, wanted, out var next, out var person);
        if (refusal is not null) return Seating.Refused(refusal);
        await Keep(next);
        return Seating.Of(Room(), person!);
    }

    public async Task<Seating> Oversee(string name)
    {
        if (_drill is null) return Seating.Refused(Refusal.Of(DrillRefusals.Unknown));
        var refusal = DrillRules.Oversee(_drill, name, out var next, out var person);
        if (refusal is not null) return Seating.Refused(refusal);
        await Keep(next);
        return Seating.Of(Room(), person!);
    }

    public Task<Seating> Seat(string player) => Task.FromResult(
        _drill?.Find(player) is { Left: false } person
            ? Seating.Of(Room(), person)
            : Seating.Refused(Refusal.Of(DrillRefusals.SeatUnknown)));

    public async Task Leave(string player)
    {
        if (_drill?.Find(player) is not { Left: false } person || IsForgotten) return;
        await Keep(DrillRules.Leave(_drill, player));
        if (_drill.StartedAt is not null) await End(person);
        if (_drill is { Solo: true, Status: not DrillStatus.Finished }) await Finish();
    }

    /// <summary>
    /// Its team's estate, or all that an instructor gave faults to, take nothing of the seat any more. One that is not reached
    /// begins again from the record, and there it stands.
    /// </summary>
    private Task End(Person person) =>
        Task.WhenAll(Drill.Teams.Where(team => person.Team is null || team.Id == person.Team)
            .Select(team => Reach(() => Estate(team).End(person.Id))));

    private bool IsForgotten => _drill is { Status: DrillStatus.Finished, StartedAt: null };

    /// <summary>What never began leaves nothing behind; who is still in the room is told that it is over.</summary>
    private async Task Forget(DrillRecord lobby)
    {
        await Write(drills.Forget(lobby.Id, lobby.Revision));
        _drill = lobby;
        TellSoon();
        await NeedNotGoOn();
    }

    public async Task Delete()
    {
        if (_drill is not { Status: DrillStatus.Finished, StartedAt: not null } over) return;
        await drills.Delete(over);
        logger.LogInformation("Drill {Drill} was deleted", over.Id);
        _drill = null;
        _observers.ClearExpired();
        var nobody = new RoomState(over with { People = [] }, over.Results, Online: [], Deleted: true);
        await _observers.Notify(observer => observer.Room(nobody));
        if (!over.Sandbox) await GrainFactory.GetGrain<ILabGrain>(0).TellBoard(over.Scenario);
        DeactivateOnIdle();
    }

    public async Task RemoveNames()
    {
        if (_drill is not { Status: DrillStatus.Finished, StartedAt: not null } over || Pseudonyms.Has(over)) return;
        var renamed = ServiceProvider.GetRequiredService<Renaming>().Rename(over);
        await Write(renamed);
        _drill = await renamed;
        logger.LogInformation("Names were removed from drill {Drill}", over.Id);
        // An estate that somebody has just looked into knows them until it leaves memory, some seconds later.
        TellSoon();
        if (!over.Sandbox) await Task.WhenAll(over.Teams.Select(team => Result(team).Verify()));
    }

    private async Task NeedNotGoOn()
    {
        if (ServiceProvider.GetService<IReminderTable>() is null) return;
        if (await this.GetReminder(GoesOn) is { } reminder) await this.UnregisterReminder(reminder);
    }
}
