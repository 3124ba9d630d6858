using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Server.Doors;
using OpsGame.Server.Formats;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Hubs;

/// <summary>What the organiser does with the drills of others.</summary>
internal sealed partial class DrillHub
{
    private const int DrillRows = 500;

    private const int AuditRows = 200;

    [For(Who.Organiser)]
    public async Task<DrillCard[]> Drills() =>
        await Task.WhenAll((await drills.Newest(DrillRows)).Select(async drill => RoomMapper.Card(drill, await Online(drill))));

    [For(Who.Organiser)]
    public async Task<Refusal?> EndDrills(string[] ids)
    {
        if (ids is not { Length: <= DrillRows }) return refusals.Of(HubRefusals.RequestInvalid);
        var named = ids.ToHashSet(StringComparer.Ordinal);
        // only what is there: an unknown id wakes nothing
        var live = (await drills.Live()).Where(drill => named.Contains(drill.Id)).ToArray();
        await Note(OrganiserAct.DrillsEnded, live);
        await Task.WhenAll(live.Select(drill => grains.GetGrain<IDrillGrain>(drill.Id).Finish()));
        return null;
    }

    [For(Who.Organiser)]
    public async Task<Refusal?> DeleteDrills(string[] ids)
    {
        if (ids is not { Length: <= DrillRows }) return refusals.Of(HubRefusals.RequestInvalid);
        var over = await Over(ids);
        await Note(OrganiserAct.DrillsDeleted, over);
        // One after another: what live drills write comes first.
        foreach (var drill in over) await grains.GetGrain<IDrillGrain>(drill.Id).Delete();
        return null;
    }

    [For(Who.Organiser)]
    public async Task<Refusal?> RemoveNames(string[] ids)
    {
        if (ids is not { Length: <= DrillRows }) return refusals.Of(HubRefusals.RequestInvalid);
        DrillRecord[] over = [.. (await Over(ids)).Where(drill => !Pseudonyms.Has(drill))];
        await Note(OrganiserAct.NamesRemoved, over);
        foreach (var drill in over) await grains.GetGrain<IDrillGrain>(drill.Id).RemoveNames();
        return null;
    }

    private async Task<DrillRecord[]> Over(string[] ids)
    {
        var named = ids.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await drills.Newest(DrillRows))
                .Where(drill => drill.Status == DrillStatus.Finished && named.Contains(drill.Id)),
        ];
    }

    [For(Who.Organiser)]
    public async Task<SeatAnswer> Oversee(string drill)
    {
        if (Requested.Name(drill) is not { } id || await drills.Find(id) is not { } found)
            return Refused(refusals.Of(DrillRefusals.Unknown));
        await Note(OrganiserAct.Oversaw, found);
        return await desk.Sit(Context, await grains.GetGrain<IDrillGrain>(id).Oversee(Organiser.Name));
    }

    [For(Who.Organiser)]
    public async Task<AuditLine[]> Audit() =>
    [
        .. (await audit.Newest(AuditRows)).Select(row => new AuditLine(
            RoomMapper.Moment(DateTimeOffset.FromUnixTimeMilliseconds(row.AtMs)), row.Who,
            Kebab.Of(Enum.Parse<OrganiserAct>(row.Act)), row.About)),
    ];

    /// <summary>Before it is done: nothing is done that was not noted.</summary>
    private async Task Note(OrganiserAct act, params DrillRecord[] with)
    {
        if (with.Length > 0) await Note(act, string.Join(' ', with.Select(drill => drill.Code)));
    }

    private Task Note(OrganiserAct act, string about) => audit.Note(Organiser.WhoIs(Context.User, Address), act, about);

    /// <summary>How many are connected to it; one whose server is being replaced is silent for a moment.</summary>
    private async Task<int> Online(DrillRecord drill)
    {
        if (drill.Status == DrillStatus.Finished) return 0;
        try
        {
            return (await grains.GetGrain<IDrillGrain>(drill.Id).Show())?.Online.Length ?? 0;
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            logger.LogWarning(failure, "Drill {Drill} did not say who is there", drill.Id);
            return 0;
        }
    }
}
