using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Hosting;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using Orleans.Serialization;

namespace OpsGame.Grains.Tests;

/// <summary>A silo with the real storage in a directory of its own.</summary>
public class GrainHost : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("opsgame-grains-").FullName;
    private IHost? _host;

    /// <summary>The time its grains live in.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IEstateLog Log => Services.GetRequiredService<IEstateLog>();

    public Serializer Serializer => Services.GetRequiredService<Serializer>();

    public IDrillStore Drills => Services.GetRequiredService<IDrillStore>();

    public IBoard Board => Services.GetRequiredService<IBoard>();

    private IServiceProvider Services => _host!.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(Time);
        builder.Services.AddSingleton(TestScenario.Library);
        var places = new Places(Path.Combine(_directory, "opsgame.db"));
        builder.Services.AddStorage(places);
        // these tests share their machine with whoever else works on it
        builder.Services.Configure<DrillOptions>(drills => drills.FullAt = 1);
        Change(builder.Services);
        builder.AddSilo(places);
        _host = builder.Build();
        await _host.Services.Migrate();
        await _host.StartAsync();
    }

    /// <summary>What is another one here.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    public async Task<DrillRecord> Open(ulong seed, params string[] teams)
    {
        var wanted = new NewDrill(TestScenario.Balanced.Id, "Grace", [.. teams], seed, Solo: false);
        var seating = await Grains.GetGrain<IDrillDirectoryGrain>(0).Open(wanted);
        Assert.Null(seating.Refusal);
        return seating.Room!.Drill;
    }
}
