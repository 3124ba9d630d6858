using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsGame.Server.Hosting;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>How the files of the web client are handed out.</summary>
public sealed class SiteTests : IAsyncLifetime
{
    private const string Script = "console.log('hello');";

    private readonly string _root = Directory.CreateTempSubdirectory("site-").FullName;
    private WebApplication _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var assets = Directory.CreateDirectory(Path.Combine(_root, "wwwroot", "assets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_root, "wwwroot", "index.html"), "<p>page</p>", Stop);
        await File.WriteAllTextAsync(Path.Combine(assets, "a.js"), Script, Stop);
        await File.WriteAllTextAsync(Path.Combine(assets, "b.js"), Script, Stop);
        await using (var packed = new BrotliStream(File.Create(Path.Combine(assets, "a.js.br")), CompressionLevel.Optimal))
            await packed.WriteAsync(Encoding.UTF8.GetBytes(Script), Stop);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _root });
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapSite();
        await _app.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("a.js", "br", "br")]
    [InlineData("a.js", "gzip, br;q=0.9", "br")]
    [InlineData("a.js", "gzip", "")]
    [InlineData("a.js", "", "")]
    [InlineData("b.js", "br", "")]
    public async Task ABrowserThatTakesBrotliGetsTheFileThatTheBuildCompressed(string file, string takes, string gets)
    {
        using var answer = await Get($"/assets/{file}", takes);
        Assert.Equal(gets, string.Join(",", answer.Content.Headers.ContentEncoding));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = await answer.Content.ReadAsStreamAsync(Stop);
        await using var plain = gets.Length == 0 ? body : new BrotliStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Equal(Script, await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task ThePageStandsForEveryOtherAddressAndIsAskedForAnew()
    {
        using var answer = await Get("/lab/one-server", "br");
        Assert.Equal("<p>page</p>", await answer.Content.ReadAsStringAsync(Stop));
        Assert.True(answer.Headers.CacheControl?.NoCache);
    }

    private async Task<HttpResponseMessage> Get(string path, string takes)
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        if (takes.Length > 0) http.DefaultRequestHeaders.AcceptEncoding.ParseAdd(takes);
        return await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
    }
}
