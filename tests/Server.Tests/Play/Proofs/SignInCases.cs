using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsGame.Server.Tests.Cluster;
using OpsGame.Server.Tests.Hosting;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>What the organiser's door refuses; each case has a server of its own, because sign-ins end.</summary>
internal static class SignInCases
{
    public static Task<string?> WrongLink(Proving _) => At(async (_, browser) =>
    {
        await browser.SignIn("0000");
        return browser.Told?.Code;
    });

    public static Task<string?> Guesses(Proving _) => At(async (_, browser) =>
    {
        for (var i = 0; i < 12; i++) await browser.SignIn("0000");
        return browser.Told?.Code;
    });

    public static Task<string?> Revoked(Proving _) => At(async (server, browser) =>
    {
        await browser.SignIn();
        await using var hub = await server.Connect(browser.Cookie);
        await browser.SignOutEverywhere();
        return await hub.EndDrills();
    });

    /// <summary>A cookie as the server made it two days ago.</summary>
    public static Task<string?> Expired(Proving _) => At(async (server, browser) =>
    {
        await browser.SignIn();
        var cookies = server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var (name, value) = browser.Cookie!.Split('=', 2) is [var first, var rest] ? (first, rest) : default;
        var ticket = cookies.TicketDataFormat.Unprotect(value)!;
        var old = DateTimeOffset.UtcNow.AddDays(-2).ToUnixTimeSeconds()
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity(
            ticket.Principal.Claims.Select(claim => claim.Type == "since" ? new Claim("since", old) : claim),
            CookieAuthenticationDefaults.AuthenticationScheme);
        var aged = new AuthenticationTicket(new ClaimsPrincipal(identity), ticket.Properties, ticket.AuthenticationScheme);
        await using var hub = await server.Connect($"{name}={cookies.TicketDataFormat.Protect(aged)}");
        return await hub.EndDrills();
    });

    public static async Task<string?> NoStorage(Proving _)
    {
        var database = await Postgres.NewDatabase();
        await using var server = new ClusterServer(database);
        await server.InitializeAsync();
        using var browser = new Browser(server);
        Postgres.Close(database, closed: true);
        try
        {
            await browser.SignIn("0000");
        }
        finally
        {
            Postgres.Close(database, closed: false);
        }

        return browser.Told?.Code;
    }

    private static async Task<string?> At(Func<SetServer, Browser, Task<string?>> refused)
    {
        await using var server = await SetServer.Begin();
        using var browser = new Browser(server);
        return await refused(server, browser);
    }
}
