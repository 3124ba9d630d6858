using Microsoft.AspNetCore.Builder;
using OpsGame.Server.Hosting;

namespace OpsGame.Server.Tests.Play;

/// <summary>The real server in this process, on a free port, with a database of its own.</summary>
public class TestServer : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-server-").FullName;
    private WebApplication? _app;

    /// <summary>More of its configuration.</summary>
    protected virtual string[] Settings(string directory) => [];

    public string Database => Path.Combine(_directory, "opsgame.db");

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync() => await Start();

    public async Task Start()
    {
        _app = await ServeVerb.Build(
        [
            "--urls", "http://127.0.0.1:0", "--Storage:Path", Database, "--Serilog:MinimumLevel:Default", "Error",
            // all tests come from one address
            "--Drills:EstatesPerAddress", "5000",
            // and all servers are on one machine, which may well be busy
            "--Drills:FullAt", "1", .. Settings(_directory),
        ]);
        await _app.StartAsync();
    }

    public async Task Stop()
    {
        if (_app is not { } running) return;
        _app = null;
        await running.StopAsync();
        await running.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal Task<Player> Connect(string? cookie = null) => Player.Connect(Address, cookie);
}
