using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Storage;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>Drills nobody can look back at.</summary>
internal static class DebriefCases
{
    public static async Task<string?> Early(Proving server)
    {
        await using var player = await server.Connect();
        await player.PlayNow(Proving.Alone);
        return (await player.Debrief()).Refusal?.Code;
    }

    public static async Task<string?> OfASandbox(Proving server)
    {
        await using var player = await server.Connect();
        await player.PlaySandbox(Proving.Alone);
        await Ends(player);
        return (await player.Debrief()).Refusal?.Code;
    }

    /// <summary>Its log is no longer what it was.</summary>
    public static async Task<string?> OfAnotherHistory(Proving server)
    {
        await using var player = await server.Connect();
        await player.PlayNow(Proving.Alone);
        await player.Sees(frame => frame.Tick >= 4);
        await Ends(player);
        await using (var db = await server.Services.GetRequiredService<IDbContextFactory<OpsGameDb>>().CreateDbContextAsync())
            await db.Database.ExecuteSqlAsync(
                $"UPDATE board SET Record = replace(Record, '\"score\":', '\"score\":1') WHERE Drill = {player.Seat!.Drill}");
        return (await player.Debrief()).Refusal?.Code;
    }

    private static async Task Ends(Player player)
    {
        Assert.Null(await player.Order(nameof(IDrillHub.Finish)));
        await player.SeesRoom(room => room.Status == "finished");
    }
}
