using Microsoft.AspNetCore.SignalR.Client;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>What one may ask for when a drill is over.</summary>
internal sealed partial class Player
{
    public Task<SeatAnswer> PlaySandbox(string scenario) => Sit(nameof(IDrillHub.PlaySandbox), [scenario]);

    public Task<DailyView?> Daily() => _hub.InvokeAsync<DailyView?>(nameof(IDrillHub.Daily));

    public Task<SeatAnswer> PlayDaily() => Sit(nameof(IDrillHub.PlayDaily));

    public Task<SeatAnswer> PlayAgain() => Sit(nameof(IDrillHub.PlayAgain));

    public Task<SeatAnswer> PlayFrom(double atMs) => Sit(nameof(IDrillHub.PlayFrom), atMs);

    public Task<string?> DeleteDrills(params string[] ids) => Order(nameof(IDrillHub.DeleteDrills), (object)ids);

    public Task<string?> RemoveNames(params string[] ids) => Order(nameof(IDrillHub.RemoveNames), (object)ids);

    public Task<AuditLine[]> Audit() => _hub.InvokeAsync<AuditLine[]>(nameof(IDrillHub.Audit));

    public async Task<DebriefAnswer> Debrief()
    {
        var answer = await _hub.InvokeAsync<DebriefAnswer>(nameof(IDrillHub.Debrief));
        Take(answer, _ => { });
        return answer;
    }
}
