using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Storage;

/// <summary>What organisers did: who, what, when, to what. Nothing that opens anything is ever written into it.</summary>
internal sealed class AuditLog(IDbContextFactory<OpsGameDb> databases, TimeProvider time)
{
    /// <summary>Lines that are kept; the oldest go.</summary>
    private const int Most = 10_000;

    private const int IdDigits = 16;

    public async Task Note(string who, OrganiserAct act, string about)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Audit.Add(new AuditRow
        {
            Id = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true),
            AtMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Who = who,
            Act = act.ToString(),
            About = about,
        });
        await db.SaveChangesAsync();
        var oldest = await db.Audit.OrderByDescending(row => row.AtMs).Skip(Most).Select(row => row.AtMs).Take(1).ToListAsync();
        if (oldest is [var beforeMs]) await db.Audit.Where(row => row.AtMs <= beforeMs).ExecuteDeleteAsync();
    }

    /// <summary>The newest first.</summary>
    public async Task<ImmutableArray<AuditRow>> Newest(int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        return [.. await db.Audit.AsNoTracking().OrderByDescending(row => row.AtMs).ThenBy(row => row.Id).Take(count)
            .ToListAsync()];
    }
}
