namespace OpsGame.Server.Hosting;

/// <summary>What every answer says to browsers, and which pages may talk to this server.</summary>
internal static class Shield
{
    private const string ContentPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
        + "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string Api = "/api";

    /// <summary>Where answers are about somebody, or about now.</summary>
    private static readonly string[] Fresh = [Api, FrontDoor.Hub, HealthDoor.Ready];

    public static void UseShield(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (Fresh.Any(path => http.Request.Path.StartsWithSegments(path))) headers.CacheControl = "no-store";
        if (IsForeign(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(http);
    });

    /// <summary>
    /// A page of another site must not use somebody's cookie here: browsers let it open web sockets anywhere, and name it in
    /// Origin. Programs that are no browser send none.
    /// </summary>
    private static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var guarded = request.Path.StartsWithSegments(FrontDoor.Hub) || request.Path.StartsWithSegments(Api);
        if (origin.Length == 0 || !guarded) return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
