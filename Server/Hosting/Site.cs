using Microsoft.Extensions.FileProviders;

namespace OpsGame.Server.Hosting;

/// <summary>
/// The web client: the files of wwwroot as they lie there (they may have been built a moment ago), and its one page for every
/// address.
/// </summary>
internal static class Site
{
    public static void MapSite(this WebApplication app)
    {
        // no page stands in for an answer that is not there
        app.Map("/api/{**rest}", () => Results.NotFound());
        var root = Path.Combine(app.Environment.ContentRootPath, "wwwroot");
        if (!File.Exists(Path.Combine(root, "index.html")))
        {
            app.MapFallback(
                () => Results.Text("The web client is not built: start with `dotnet run --project Server`.", statusCode: 404));
            return;
        }

        var options = new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Caching(file.Context.Request.Path),
        };
        app.UseStaticFiles(options);
        app.MapFallbackToFile("index.html", options);
    }

    // The build names files in /assets by their content.
    private static string Caching(PathString path) =>
        path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
