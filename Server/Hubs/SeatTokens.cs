using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OpsGame.Server.Hubs;

/// <summary>Tokens that bring a seat back: drill and player, sealed with this server's keys.</summary>
internal sealed class SeatTokens(IDataProtectionProvider protection)
{
    /// <summary>Longer than any token this server makes.</summary>
    private const int MostCharacters = 1024;

    private readonly IDataProtector _protector = protection.CreateProtector("OpsGame.Seat.v1");

    public string Seal(string drill, string player) => _protector.Protect($"{drill}|{player}");

    public (string Drill, string Player)? Open(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > MostCharacters) return null;
        try
        {
            var parts = _protector.Unprotect(token).Split('|');
            return parts.Length == 2 ? (parts[0], parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
