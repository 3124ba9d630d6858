using System.Security.Cryptography;
using System.Text;

namespace OpsGame.Server.Doors;

/// <summary>Tells browsers apart, so that one plays one team of a drill. It says nothing about anybody.</summary>
internal static class BrowserCookie
{
    private const string Name = "opsgame-browser";

    private const int Digits = 32;

    /// <summary>As long as browsers keep any.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>A browser gets it with the page, or with its first connection when the page lay there from before.</summary>
    public static void UseBrowserCookie(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (IsWanted(http.Request) && Read(http) is null)
            http.Response.Cookies.Append(Name, RandomNumberGenerator.GetHexString(Digits, lowercase: true), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                MaxAge = Kept,
            });
        return next(http);
    });

    /// <summary>What is kept of it; empty: the client has none, so it is not told from others.</summary>
    public static string Fingerprint(HttpContext? http) =>
        http is null || Read(http) is not { } value
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(value)));

    private static string? Read(HttpContext http) =>
        http.Request.Cookies[Name] is { Length: Digits } value && value.All(char.IsAsciiHexDigitLower) ? value : null;

    private static bool IsWanted(HttpRequest request) => request.Path == "/hub/negotiate" || IsForAPage(request);

    private static bool IsForAPage(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
