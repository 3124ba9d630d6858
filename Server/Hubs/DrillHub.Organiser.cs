using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Doors;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Hubs;

/// <summary>What the organiser does with the drills of others.</summary>
internal sealed partial class DrillHub
{
    private const int DrillRows = 500;

    [For(Who.Organiser)]
    public async Task<DrillCard[]> Drills() =>
        await Task.WhenAll((await drills.Newest(DrillRows)).Select(async drill => RoomMapper.Card(drill, await Online(drill))));

    [For(Who.Organiser)]
    public async Task<Refusal?> EndDrills(string[] ids)
    {
        if (ids is not { Length: <= DrillRows }) return refusals.Of(HubRefusals.RequestInvalid);
        var named = ids.ToHashSet(StringComparer.Ordinal);
        // only what is there: an unknown id wakes nothing
        var live = (await drills.Live()).Where(drill => named.Contains(drill.Id));
        await Task.WhenAll(live.Select(drill => grains.GetGrain<IDrillGrain>(drill.Id).Finish()));
        return null;
    }

    [For(Who.Organiser)]
    public async Task<Refusal?> DeleteDrills(string[] ids)
    {
        if (ids is not { Length: <= DrillRows }) return refusals.Of(HubRefusals.RequestInvalid);
        var named = ids.ToHashSet(StringComparer.Ordinal);
        var over = (await drills.Newest(DrillRows))
            .Where(drill => drill.Status == DrillStatus.Finished && named.Contains(drill.Id));
        // One after another: what live drills write comes first.
        foreach (var drill in over) await grains.GetGrain<IDrillGrain>(drill.Id).Delete();
        return null;
    }

    [For(Who.Organiser)]
    public async Task<SeatAnswer> Oversee(string drill) =>
        Requested.Name(drill) is { } id && await drills.Find(id) is not null
            ? await desk.Sit(Context, await grains.GetGrain<IDrillGrain>(id).Oversee(Organiser.Name))
            : Refused(refusals.Of(DrillRefusals.Unknown));

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
