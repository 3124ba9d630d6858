using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using OpsGame.Server.Storage;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Doors;

/// <summary>
/// Whoever runs the game signs in with a link that all its servers print. It stays the same when they are started again, until
/// it is a week old or somebody wants another one; who signed in with the one before is the organiser no longer.
/// </summary>
internal sealed class Organiser(Secrets secrets, TimeProvider time)
{
    public const string Role = "organiser";

    /// <summary>As what the organiser sits down in a drill.</summary>
    public const string Name = "Organiser";

    /// <summary>Once signed in, whatever is done meanwhile.</summary>
    public static readonly TimeSpan SignedInFor = TimeSpan.FromDays(1);

    private const string Secret = "organiser";
    private const string Generation = "generation";
    private const string Since = "since";
    private const string SignIn = "sign-in";

    /// <summary>Enough to tell those of a week apart.</summary>
    private const int SignInDigits = 6;

    private static readonly TimeSpan LinkLives = TimeSpan.FromDays(7);

    private volatile OrganiserToken? _token;

    private OrganiserToken Token => _token ?? throw new InvalidOperationException("The organiser's link is not there yet.");

    /// <summary>At the start.</summary>
    public async Task Open(bool rotate)
    {
        var found = await secrets.Find(Secret);
        var known = OrganiserToken.Read(found?.Text);
        var now = time.GetUtcNow();
        if (rotate || known is null || now - known.DrawnAt > LinkLives)
            await secrets.Replace(Secret, found, OrganiserToken.Draw(now).ToString());
        await Look();
    }

    /// <summary>Another link; the one before is worth nothing any more, nor is what it was used for.</summary>
    public Task Rotate() => Open(rotate: true);

    /// <summary>The link stays; who signed in with it has to do so again.</summary>
    public async Task SignOutEverywhere()
    {
        await Look();
        var found = await secrets.Find(Secret);
        if (OrganiserToken.Read(found?.Text) is { } known)
            await secrets.Replace(Secret, found, (known with { SignOuts = known.SignOuts + 1 }).ToString());
        await Look();
    }

    /// <summary>Another server may have another link by now.</summary>
    public async Task Look() =>
        _token = OrganiserToken.Read((await secrets.Find(Secret))?.Text)
            ?? throw new InvalidDataException("The organiser's link cannot be read.");

    /// <summary>In the fragment, which browsers send to nobody: it reaches no log.</summary>
    public string Link(string address) => $"{address.TrimEnd('/')}/#organiser={Token.Text}";

    public bool Knows(string? token) => Token.Is(token);

    /// <summary>What a cookie says of somebody who signs in now.</summary>
    public Claim[] Claims() =>
    [
        new(ClaimTypes.Role, Role), new(Generation, Token.Generation),
        new(SignIn, RandomNumberGenerator.GetHexString(SignInDigits, lowercase: true)),
        new(Since, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Everybody comes in by one link, so what is known of somebody is the sign-in and the address.</summary>
    public static string WhoIs(ClaimsPrincipal? user, string address) => $"{user?.FindFirstValue(SignIn)} · {address}";

    /// <summary>Whether they still are: a connection may be open for longer than a link counts.</summary>
    public bool Is(ClaimsPrincipal? user) => WhyNot(user) is null;

    /// <summary>Null: they are.</summary>
    public RefusalCode? WhyNot(ClaimsPrincipal? user)
    {
        if (user?.IsInRole(Role) != true) return SignInRefusals.OrganiserOnly;
        if (user.FindFirstValue(Generation) != Token.Generation) return SignInRefusals.Revoked;
        return long.TryParse(user.FindFirstValue(Since), CultureInfo.InvariantCulture, out var since)
            && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(since) < SignedInFor
                ? null
                : SignInRefusals.Expired;
    }
}
