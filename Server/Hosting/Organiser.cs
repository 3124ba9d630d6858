using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.RateLimiting;

namespace OpsGame.Server.Hosting;

/// <summary>Whoever started the server signs in with the link it printed; the token lives as long as the process.</summary>
internal sealed class Organiser
{
    public const string Role = "organiser";

    /// <summary>As what the organiser sits down in a drill.</summary>
    public const string Name = "Organiser";

    private const string Attempts = "organiser";
    private const int AttemptsAMinute = 10;

    private readonly byte[] _token = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>In the fragment, which browsers send to nobody: it reaches no log.</summary>
    public string Link(string address) => $"{address.TrimEnd('/')}/#organiser={Encoding.ASCII.GetString(_token)}";

    public static void AddOrganiser(IServiceCollection services)
    {
        services.AddSingleton<Organiser>();
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "opsgame-organiser";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
            cookie.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddFixedWindowLimiter(Attempts, window =>
            {
                window.PermitLimit = AttemptsAMinute;
                window.Window = TimeSpan.FromMinutes(1);
            });
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/organiser", SignIn).RequireRateLimiting(Attempts);
        routes.MapGet("/api/organiser", (HttpContext http) =>
            http.User.IsInRole(Role) ? Results.NoContent() : Results.Unauthorized());
    }

    private static async Task<IResult> SignIn(SignInRequest request, Organiser organiser, HttpContext http)
    {
        if (!organiser.Knows(request.Token)) return Results.Unauthorized();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, Role)], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity));
        return Results.NoContent();
    }

    private bool Knows(string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(_token, Encoding.UTF8.GetBytes(token.Length == _token.Length ? token : ""));

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private sealed record SignInRequest(string? Token);
}
