using Microsoft.AspNetCore.Builder;
using OpsGame.Server.Hosting;

namespace OpsGame.Server.Tests.Play;

/// <summary>The real server in this process, on a free port, with a database of its own.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-server-").FullName;
    private WebApplication? _app;

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        _app = await ServeVerb.Build(
        [
            "--urls", "http://127.0.0.1:0", "--Storage:Path", Path.Combine(_directory, "opsgame.db"), "--Serilog:MinimumLevel:Default", "Error",
        ]);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal Task<Player> Connect(string? cookie = null) => Player.Connect(Address, cookie);
}
