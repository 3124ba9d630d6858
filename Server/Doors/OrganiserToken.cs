using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpsGame.Server.Doors;

/// <summary>What the organiser's sign-in link holds, and since when.</summary>
/// <param name="SignOuts">How often everybody who had signed in with it was signed out.</param>
internal sealed record OrganiserToken(string Text, DateTimeOffset DrawnAt, int SignOuts = 0)
{
    private const int Bytes = 16;

    public static OrganiserToken Draw(DateTimeOffset now) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)), now);

    /// <summary>As <see cref="ToString"/> wrote it; null: there is nothing, or nothing to be read.</summary>
    public static OrganiserToken? Read(string? text) =>
        text?.Split(' ') is [var token, var at, .. var more] && long.TryParse(at, CultureInfo.InvariantCulture, out var atMs)
            && int.TryParse(more is [var times] ? times : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var outs)
            ? new OrganiserToken(token, DateTimeOffset.FromUnixTimeMilliseconds(atMs), outs)
            : null;

    /// <summary>Told in cookies, from which nobody may learn the token.</summary>
    public string Generation { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Text} {SignOuts}"))));

    public bool Is(string? given) =>
        given is not null && given.Length == Text.Length
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Text), Encoding.UTF8.GetBytes(given));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Text} {DrawnAt.ToUnixTimeMilliseconds()} {SignOuts}");
}
