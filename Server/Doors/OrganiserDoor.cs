using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpsGame.Server.Storage;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Doors;

/// <summary>How the organiser signs in and out, and gets another link. Whoever is told no is told why, and what to do.</summary>
internal static class OrganiserDoor
{
    private const string Path = "/api/organiser";

    /// <summary>
    /// Longer than a sign-in lasts, which is <see cref="Organiser"/>'s to say: a cookie that is over can then be told so.
    /// </summary>
    private static readonly TimeSpan CookieKept = TimeSpan.FromDays(30);

    public static void AddOrganiser(this IServiceCollection services, bool shared)
    {
        services.AddSingleton<Organiser>();
        if (shared) services.AddHostedService<OrganiserRenewal>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "opsgame-organiser";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = CookieKept;
            cookie.SlidingExpiration = false;
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var wrong = new Guesses(routes.ServiceProvider.GetRequiredService<TimeProvider>(), burst: 10, perSecond: 10.0 / 60);
        var door = routes.MapGroup(Path).AddEndpointFilter(SayThatThereIsNoStorage);
        door.MapPost("", (SignInRequest request, Organiser organiser, HttpContext http) =>
            SignIn(request.Token, organiser, wrong, http));
        door.MapGet("", (Organiser organiser, HttpContext http) => (IResult?)WhyNot(organiser, http) ?? Results.NoContent());
        door.MapDelete("", SignOut);
        door.MapDelete("/everywhere", SignOutEverywhere);
        door.MapPost("/link", Rotate);
    }

    /// <summary>Guessing is limited by address; the right link is not a guess.</summary>
    private static async Task<IResult> SignIn(string? token, Organiser organiser, Guesses wrong, HttpContext http)
    {
        if (!organiser.Knows(token))
        {
            var address = Addresses.Of(http);
            if (!wrong.MayTry(address)) return new Refusing(SignInRefusals.TooMany, StatusCodes.Status429TooManyRequests);
            await organiser.Look();
            if (!organiser.Knows(token))
            {
                wrong.Wrong(address);
                return new Refusing(SignInRefusals.LinkWrong, StatusCodes.Status401Unauthorized);
            }
        }

        await Note(http, OrganiserAct.SignedIn, await Welcome(organiser, http));
        return Results.NoContent();
    }

    private static async Task<IResult> SignOut(Organiser organiser, HttpContext http)
    {
        if (organiser.Is(http.User)) await Note(http, OrganiserAct.SignedOut, http.User);
        await http.SignOutAsync();
        return Results.NoContent();
    }

    /// <summary>Every browser and every open connection, this one too; a copied cookie is worth nothing any more.</summary>
    private static async Task<IResult> SignOutEverywhere(Organiser organiser, HttpContext http)
    {
        if (WhyNot(organiser, http) is { } no) return no;
        await organiser.SignOutEverywhere();
        await Note(http, OrganiserAct.SignedOutEverywhere, http.User);
        await http.SignOutAsync();
        return Results.NoContent();
    }

    /// <summary>Whoever asks for another link stays signed in, alone, and is shown it once.</summary>
    private static async Task<IResult> Rotate(Organiser organiser, HttpContext http)
    {
        if (WhyNot(organiser, http) is { } no) return no;
        await organiser.Rotate();
        await Note(http, OrganiserAct.NewLink, http.User);
        await Welcome(organiser, http);
        return Results.Json(new { link = organiser.Link($"{http.Request.Scheme}://{http.Request.Host}") });
    }

    private static Refusing? WhyNot(Organiser organiser, HttpContext http) =>
        organiser.WhyNot(http.User) is { } why ? new Refusing(why, StatusCodes.Status401Unauthorized) : null;

    private static async Task<ClaimsPrincipal> Welcome(Organiser organiser, HttpContext http)
    {
        var user = new ClaimsPrincipal(
            new ClaimsIdentity(organiser.Claims(), CookieAuthenticationDefaults.AuthenticationScheme));
        await http.SignInAsync(user);
        return user;
    }

    /// <summary>Nobody is kept out, or in, because the database takes nothing: then the server's log has it.</summary>
    private static async Task Note(HttpContext http, OrganiserAct act, ClaimsPrincipal user)
    {
        var who = Organiser.WhoIs(user, Addresses.Of(http));
        try
        {
            await http.RequestServices.GetRequiredService<AuditLog>().Note(who, act, about: "");
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is not null)
        {
            http.RequestServices.GetRequiredService<ILogger<Organiser>>()
                .LogWarning(failure, "The database took no note of {Act} by {Who}", act, who);
        }
    }

    private static async ValueTask<object?> SayThatThereIsNoStorage(
        EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is not null)
        {
            call.HttpContext.RequestServices.GetRequiredService<ILogger<Organiser>>()
                .LogWarning(failure, "The organiser's door found no storage");
            return new Refusing(SignInRefusals.Unavailable, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private sealed record SignInRequest(string? Token);
}
