using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace OpsGame.Server.Doors;

/// <summary>How the organiser signs in and out, and gets another link.</summary>
internal static class OrganiserDoor
{
    private const string Path = "/api/organiser";

    public static void AddOrganiser(this IServiceCollection services, bool shared)
    {
        services.AddSingleton<Organiser>();
        if (shared) services.AddHostedService<OrganiserRenewal>();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "opsgame-organiser";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Organiser.SignedInFor;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = seen =>
            {
                if (!seen.HttpContext.RequestServices.GetRequiredService<Organiser>().Is(seen.Principal)) seen.RejectPrincipal();
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var wrong = new Guesses(routes.ServiceProvider.GetRequiredService<TimeProvider>(), burst: 10, perSecond: 10.0 / 60);
        routes.MapPost(Path, (SignInRequest request, Organiser organiser, HttpContext http) =>
            SignIn(request.Token, organiser, wrong, http));
        routes.MapGet(Path, (Organiser organiser, HttpContext http) =>
            organiser.Is(http.User) ? Results.NoContent() : Results.Unauthorized());
        routes.MapDelete(Path, (Delegate)SignOut);
        routes.MapPost($"{Path}/link", Rotate);
    }

    /// <summary>Guessing is limited by address; the right link is not a guess.</summary>
    private static async Task<IResult> SignIn(string? token, Organiser organiser, Guesses wrong, HttpContext http)
    {
        if (!organiser.Knows(token))
        {
            var address = Addresses.Of(http);
            if (!wrong.MayTry(address)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            await organiser.Look();
            if (!organiser.Knows(token))
            {
                wrong.Wrong(address);
                return Results.Unauthorized();
            }
        }

        await Welcome(organiser, http);
        return Results.NoContent();
    }

    private static async Task<IResult> SignOut(HttpContext http)
    {
        await http.SignOutAsync();
        return Results.NoContent();
    }

    /// <summary>Whoever asks for another link stays signed in, alone, and is shown it once.</summary>
    private static async Task<IResult> Rotate(Organiser organiser, HttpContext http)
    {
        if (!organiser.Is(http.User)) return Results.Unauthorized();
        await organiser.Rotate();
        await Welcome(organiser, http);
        return Results.Json(new { link = organiser.Link($"{http.Request.Scheme}://{http.Request.Host}") });
    }

    private static Task Welcome(Organiser organiser, HttpContext http)
    {
        var identity = new ClaimsIdentity(organiser.Claims(), CookieAuthenticationDefaults.AuthenticationScheme);
        return http.SignInAsync(new ClaimsPrincipal(identity));
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private sealed record SignInRequest(string? Token);
}
