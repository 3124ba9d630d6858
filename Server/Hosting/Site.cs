using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace OpsGame.Server.Hosting;

/// <summary>
/// The web client: the files of wwwroot as they lie there (they may have been built a moment ago), and its one page for every
/// address.
/// </summary>
internal static class Site
{
    private const string Assets = "/assets";

    /// <summary>The build compresses every script and style once and leaves the result beside it.</summary>
    private const string Packed = ".br";

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

        var files = new PhysicalFileProvider(root);
        var options = new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new PackedTypes(),
            OnPrepareResponse = file => Describe(file.Context),
        };
        app.Use((http, next) =>
        {
            if (TakesPacked(http.Request) && files.GetFileInfo(http.Request.Path + Packed).Exists) http.Request.Path += Packed;
            return next(http);
        });
        app.UseStaticFiles(options);
        app.MapFallbackToFile("index.html", options);
    }

    private static bool TakesPacked(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments(Assets)
            && request.GetTypedHeaders().AcceptEncoding.Any(each => each.Value.Equals("br", StringComparison.OrdinalIgnoreCase));

    private static void Describe(HttpContext http)
    {
        http.Response.Headers.CacheControl = Caching(http.Request.Path);
        if (!http.Request.Path.StartsWithSegments(Assets)) return;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.Path.Value!.EndsWith(Packed, StringComparison.Ordinal)) http.Response.Headers.ContentEncoding = "br";
    }

    // The build names files in /assets by their content.
    private static string Caching(PathString path) =>
        path.StartsWithSegments(Assets) ? "public, max-age=31536000, immutable" : "no-cache";

    /// <summary>A compressed file has the type of what was compressed.</summary>
    private sealed class PackedTypes : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            _types.TryGetContentType(
                subpath.EndsWith(Packed, StringComparison.Ordinal) ? subpath[..^Packed.Length] : subpath, out contentType);
    }
}
