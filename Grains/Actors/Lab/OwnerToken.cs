using System.Security.Cryptography;
using System.Text;

namespace OpsGame.Grains.Lab;

/// <summary>Whoever has it may submit the evaluation; only its fingerprint is kept.</summary>
public static class OwnerToken
{
    private const int Length = 32;

    public static string Draw() =>
        RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", Length);

    public static string Fingerprint(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static bool Fits(string? token, string fingerprint) =>
        token is { Length: Length }
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Fingerprint(token)), Encoding.ASCII.GetBytes(fingerprint));
}
