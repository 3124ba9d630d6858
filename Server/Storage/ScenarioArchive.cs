using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpsGame.Grains.Storage;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Storage;

/// <summary>The library's scenarios, and every text a drill was ever begun with, under the hash of its content.</summary>
internal sealed class ScenarioArchive(ScenarioLibrary library, IDbContextFactory<OpsGameDb> databases) : IScenarioSource
{
    private readonly ConcurrentDictionary<string, Scenario> _read = new(StringComparer.Ordinal);

    public async Task<Scenario?> Current(string id)
    {
        if (library.Find(id) is not { } scenario) return null;
        if (_read.TryAdd(scenario.ContentHash, scenario)) await Keep(scenario);
        return scenario;
    }

    public async Task<Scenario> Load(string contentHash)
    {
        if (_read.TryGetValue(contentHash, out var known)) return known;
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(each => each.Hash == contentHash)
            ?? throw new InvalidDataException($"There is no scenario with the content hash {contentHash}.");
        return _read.GetOrAdd(contentHash, ScenarioReader.Read(row.Text, row.Scenario));
    }

    private async Task Keep(Scenario scenario)
    {
        await using var db = await databases.CreateDbContextAsync();
        var (id, version, text) = (scenario.Id, scenario.Version, library.TextOf(scenario.Id));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO scenarios ("Hash", "Scenario", "Version", "Text") VALUES ({scenario.ContentHash}, {id}, {version}, {text})
            ON CONFLICT ("Hash") DO NOTHING
            """);
    }
}
