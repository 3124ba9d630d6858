using Microsoft.Data.Sqlite;
using OpsGame.Server.Tests.Crash;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>What is refused while the storage takes nothing, and after an upgrade; each on a server of its own.</summary>
internal static class StorageCases
{
    public static async Task<string?> NothingIsTaken(Proving _)
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        await using var ada = await server.Connect();
        Assert.Null((await ada.PlayNow(Proving.Alone)).Refusal);
        await ada.Sees(frame => frame.Tick >= 4);
        using var other = new SqliteConnection($"Data Source={server.Database}");
        other.Open();
        using var write = other.BeginTransaction(deferred: false);
        await ada.Sees(frame => frame.Status == "stalled");
        var refused = (await ada.Command("meanwhile", "reload", "server-1")).Refusal?.Code;
        write.Rollback();
        Assert.Null((await ada.Persists("meanwhile", "reload", "server-1")).Refusal);
        return refused;
    }

    public static async Task<string?> Upgraded(Proving _)
    {
        await using var server = new Proving();
        await server.InitializeAsync();
        var (instructor, _) = await UpgradeTests.PlayAndUpgrade(server);
        await using var grace = await server.Connect();
        Assert.Null((await grace.Resume(instructor.Token)).Refusal);
        return await grace.Order(nameof(IDrillHub.Continue));
    }
}
