using Microsoft.EntityFrameworkCore;

namespace OpsGame.Server.Storage;

/// <summary>Whether the storage takes what people do, found out by writing. Asked often, it writes once a second.</summary>
internal sealed class StoragePulse(IDbContextFactory<OpsGameDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task _beat = Task.CompletedTask;
    private long? _at;

    /// <summary>Fails where the storage does.</summary>
    public Task Beat()
    {
        lock (_gate)
        {
            if (_at is { } at && (!_beat.IsCompleted || time.GetElapsedTime(at) < Holds)) return _beat;
            _at = time.GetTimestamp();
            // Elsewhere: the embedded database does not answer before it is done.
            return _beat = Task.Run(Write);
        }
    }

    private async Task Write()
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO pulse ("Id", "Beats") VALUES (1, 1) ON CONFLICT ("Id") DO UPDATE SET "Beats" = pulse."Beats" + 1""");
    }
}
