using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Hosting;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Benchmarks;

/// <summary>A silo in this process with its real storage, and drills of one scenario running in it.</summary>
internal sealed class LiveHost(Scenario scenario) : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-benchmarks-").FullName;
    private IHost? _host;

    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    public async Task Start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(ScenarioLibrary.Load(ScenarioLibrary.DefaultDirectory));
        var places = new Places(Path.Combine(_directory, "opsgame.db"));
        builder.Services.AddStorage(places);
        builder.Services.Configure<DrillOptions>(drills => drills.FullAt = 1);
        builder.Services.AddSingleton<IScenarioSource>(new One(scenario));
        builder.AddSilo(places);
        _host = builder.Build();
        await _host.Services.Migrate();
        await _host.StartAsync();
    }

    /// <summary>A drill of one team, running.</summary>
    public async Task<EstateKey> Open(int number)
    {
        var wanted = new NewDrill(scenario.Id, "Grace", ["One"], (ulong)number, Solo: true);
        var seating = await Grains.GetGrain<IDrillDirectoryGrain>(0).Open(wanted);
        var drill = seating.Room?.Drill ?? throw new InvalidOperationException($"No drill: {seating.Refusal}");
        return new EstateKey(drill.Id, drill.Teams[0].Id);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>The scenario that is measured stands in no library.</summary>
    private sealed class One(Scenario scenario) : IScenarioSource
    {
        public Task<Scenario?> Current(string id) => Task.FromResult<Scenario?>(scenario);

        public Task<Scenario> Load(string contentHash) => Task.FromResult(scenario);
    }
}
