using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace OpsGame.Server.Storage;

/// <summary>What all servers of a game keep to themselves: sealed with the keys they share.</summary>
internal sealed class Secrets(IDbContextFactory<OpsGameDb> databases, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("OpsGame.Secret.v1");

    /// <summary>Null: there is none of this name.</summary>
    public async Task<Secret?> Find(string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Secrets.Where(row => row.Name == name).Select(row => row.Value).SingleOrDefaultAsync() is { } value
            ? new Secret(Open(value), value)
            : null;
    }

    /// <summary>Puts a text in the place of what was found there (null: nothing), unless somebody else just did.</summary>
    public async Task Replace(string name, Secret? found, string text)
    {
        var value = _protector.Protect(text);
        await using var db = await databases.CreateDbContextAsync();
        if (found is null)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO secrets ("Name", "Value") VALUES ({name}, {value}) ON CONFLICT ("Name") DO NOTHING""");
            return;
        }

        await db.Secrets.Where(row => row.Name == name && row.Value == found.Sealed)
            .ExecuteUpdateAsync(row => row.SetProperty(each => each.Value, value));
    }

    private string? Open(string value)
    {
        try
        {
            return _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Text">Null: it was sealed with keys that are gone.</param>
/// <param name="Sealed">As it is stored.</param>
internal sealed record Secret(string? Text, string Sealed);
