using System.Collections.Immutable;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Tests.Estates;

/// <summary>An estate that goes on from a moment of another one.</summary>
public sealed class BeginningTests(GrainHost host) : IClassFixture<GrainHost>
{
    private const ulong Seed = 12;
    private const long From = 12;

    /// <summary>A server that is killed meanwhile leaves the first commands in the new log, and no mark.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhoeverWasInterruptedWhileTakingOverGoesOn(int taken)
    {
        var entries = Played();
        var former = $"former-{taken}/t1";
        await Keep(former, entries);
        var wanted = new NewDrill(
            TestScenario.Balanced.Id, "Grace", ["One"], Seed, Solo: false, From: new Beginning(former, From));
        var drill = (await host.Grains.GetGrain<IDrillDirectoryGrain>(0).Open(wanted)).Room!.Drill;
        var key = new EstateKey(drill.Id, "t1").ToString();
        await Keep(key, entries[..taken]);

        var witness = await EstateWitness.Of(host.Grains, host.Grains.GetGrain<IEstateGrain>(key));
        var grain = host.Grains.GetGrain<IDrillGrain>(drill.Id);
        Assert.Null(await grain.Start());
        await witness.Sees(From + 2);

        Assert.Equal([3, 7, 11], (await host.Log.Read(key)).Entries.Select(entry => entry.Tick));
        Assert.False((await grain.Show())!.Drill.Diverged);
        Assert.Null(await grain.Finish());
    }

    /// <summary>Three commands until then, and one afterwards that is nobody's any more.</summary>
    private static ImmutableArray<LogEntry> Played()
    {
        var world = new World(TestScenario.Balanced, Seed);
        var entries = ImmutableArray.CreateBuilder<LogEntry>();
        while (world.Tick < From + 4)
        {
            Command[] given = world.Tick % 4 == 2
                ? [new Command(
                    $"c{world.Tick}", "Ada", "flush-cache", TestScenario.Balanced.Cache!.Id,
                    ImmutableSortedDictionary<string, string>.Empty)]
                : [];
            if (given.Length > 0) entries.Add(new LogEntry(world.Tick + 1, [.. given], world.Hash));
            Headless.Pass(world, given);
        }

        return entries.ToImmutable();
    }

    private async Task Keep(string estate, ImmutableArray<LogEntry> entries)
    {
        var epoch = await host.Log.Claim(estate);
        foreach (var entry in entries) await host.Log.Append(estate, epoch, entry);
    }
}
