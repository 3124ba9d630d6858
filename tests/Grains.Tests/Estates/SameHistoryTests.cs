using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;
using Orleans.Core.Internal;

namespace OpsGame.Grains.Tests.Estates;

/// <summary>
/// A live estate, with every component in a grain of its own, and a plain loop make the same history: hash by hash.
/// </summary>
public sealed class SameHistoryTests(GrainHost host) : IClassFixture<GrainHost>
{
    private const double Fast = 8;

    [Fact]
    public async Task GrainsAndHeadlessMakeTheSameHashAtEveryTick()
    {
        var drill = await host.Open(seed: 7, "One");
        var estate = Estate(drill, "t1");
        var witness = await Start(drill, estate);
        await witness.Sees(8);
        foreach (var command in Commands())
        {
            var receipt = await estate.Command(command);
            Assert.Null(receipt.Refusal);
            Assert.True(receipt.Tick > 8);
        }

        await witness.Sees(80);
        await Finish(drill);
        await AssertReplayed(drill, witness);
    }

    [Fact]
    public async Task TheSameSeedMakesTheSameHistoryAndAnotherSeedAnother()
    {
        var (one, other, different) =
            (await host.Open(seed: 11, "One"), await host.Open(seed: 11, "One"), await host.Open(seed: 12, "One"));
        var witnesses = await Task.WhenAll(
            Start(one, Estate(one, "t1")), Start(other, Estate(other, "t1")), Start(different, Estate(different, "t1")));
        await Task.WhenAll(witnesses.Select(witness => witness.Sees(40)));
        await Task.WhenAll(Finish(one), Finish(other), Finish(different));

        for (var tick = 2; tick <= 40; tick++)
        {
            Assert.Equal(witnesses[0].Hashes[tick], witnesses[1].Hashes[tick]);
            Assert.NotEqual(witnesses[0].Hashes[tick], witnesses[2].Hashes[tick]);
        }
    }

    [Fact]
    public async Task AComponentThatLostItsActivationIsRestoredAndNothingChanges()
    {
        var drill = await host.Open(seed: 5, "One");
        var estate = Estate(drill, "t1");
        var witness = await Start(drill, estate);
        var news = await witness.Sees(8);
        foreach (var server in news.Frame.Servers)
        {
            var component = host.Grains.GetGrain<IServerGrain>(new EstateKey(drill.Id, "t1").Component(server.Id));
            await component.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);
        }

        await witness.Sees(news.Frame.Tick + 40);
        await Finish(drill);
        await AssertReplayed(drill, witness);
    }

    [Fact]
    public async Task AnEstateThatLostItsActivationComesBackFromItsLog()
    {
        var drill = await host.Open(seed: 6, "One");
        var estate = Estate(drill, "t1");
        var witness = await Start(drill, estate);
        await witness.Sees(8);
        var command = Commands()[0];
        var receipt = await estate.Command(command);
        var news = await witness.Sees(receipt.Tick + 8);
        await estate.AsReference<IGrainManagementExtension>().DeactivateOnIdle(TestContext.Current.CancellationToken);

        // The drill asks its estates every second and so brings it back; whoever watches subscribes again.
        await Eventually(async () => await estate.Watch(witness.Reference!) is { News.Status: EstateStatus.Running });
        await witness.Sees(news.Frame.Tick + 20);
        Assert.Equal(receipt, await estate.Command(command));
        await Finish(drill);
        Assert.Empty(witness.Contradictions);
        await AssertReplayed(drill, witness);
    }

    [Fact]
    public async Task AnEstateWithANewerOwnerStopsAtOnceAndItsHistoryStaysOne()
    {
        var drill = await host.Open(seed: 8, "One");
        var key = new EstateKey(drill.Id, "t1").ToString();
        var estate = Estate(drill, "t1");
        var witness = await Start(drill, estate);
        await witness.Sees(8);
        var receipt = await estate.Command(Commands()[0]);
        var owner = await host.Log.Claim(key);
        var last = witness.Hashes.Keys.Max();
        // Its log refuses it; the drill's next round brings it back as the newest owner, behind everything that was seen.
        await Eventually(async () => (await host.Log.Read(key)).Epoch > owner);
        await Eventually(async () => await estate.Watch(witness.Reference!) is { News.Status: EstateStatus.Running });
        var back = await witness.Sees(news => news.Epoch > owner);
        Assert.True(back.Frame.Tick >= last, $"tick {back.Frame.Tick} came after {last}");
        await witness.Sees(back.Frame.Tick + 20);
        Assert.Equal(receipt, await estate.Command(Commands()[0]));
        await Finish(drill);
        Assert.Empty(witness.Contradictions);
        await AssertReplayed(drill, witness);
    }

    [Fact]
    public async Task AnEstateThatIsOverLeavesMemoryWithItsComponents()
    {
        var drill = await host.Open(seed: 4, "One");
        var estate = Estate(drill, "t1");
        var witness = await Start(drill, estate);
        var news = await witness.Sees(4);
        var server = host.Grains.GetGrain<IServerGrain>(new EstateKey(drill.Id, "t1").Component(news.Frame.Servers[0].Id));
        await Finish(drill);
        Assert.True(await Lives(estate));
        Assert.True(await Lives(server));
        await Eventually(async () => !await Lives(estate) && !await Lives(server));
        // who looks later has it played again
        Assert.NotNull(await estate.History(news.Frame.Servers[0].Id));
    }

    [Fact]
    public async Task AReplayThatDiffersFromItsLogIsMarked()
    {
        var drill = await host.Open(seed: 3, "One");
        var key = new EstateKey(drill.Id, "t1").ToString();
        await host.Log.Append(key, await host.Log.Claim(key), new Storage.LogEntry(5, [Commands()[1]], PreviousHash: 1));
        var witness = await Start(drill, Estate(drill, "t1"));
        await witness.Sees(8);
        // The mark comes one way; the drill answers after it.
        await Eventually(async () => (await host.Grains.GetGrain<IDrillGrain>(drill.Id).Show())!.Drill.Diverged);
        await Finish(drill);
    }

    [Fact]
    public async Task AComponentRemembersItsPast()
    {
        var drill = await host.Open(seed: 9, "One");
        var estate = Estate(drill, "t1");
        var witness = await Start(drill, estate);
        var news = await witness.Sees(22);
        var past = await estate.History(news.Frame.Servers[0].Id);
        Assert.NotNull(past);
        Assert.Contains("cpu", past.Series.Select(series => series.Name));
        Assert.All(past.Series, series => Assert.Equal(past.TimesNs.Length, series.Values.Length));
        Assert.True(past.TimesNs.Length >= 5);
        Assert.All(past.TimesNs.Zip(past.TimesNs.Skip(1)), pair => Assert.Equal(1_000_000_000, pair.Second - pair.First));
        Assert.Null(await estate.History("no-such-component"));
        await Finish(drill);
    }

    private async Task<EstateWitness> Start(DrillRecord drill, IEstateGrain estate)
    {
        var grain = host.Grains.GetGrain<IDrillGrain>(drill.Id);
        var witness = await EstateWitness.Of(host.Grains, estate);
        Assert.Null(await grain.Speed(Fast));
        Assert.Null(await grain.Start());
        return witness;
    }

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition()) await Task.Delay(10, patience.Token);
    }

    private async Task Finish(DrillRecord drill) => Assert.Null(await host.Grains.GetGrain<IDrillGrain>(drill.Id).Finish());

    private async Task<bool> Lives(IAddressable grain) =>
        (await host.Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics()).Any(
            each => each.GrainId == grain.GetGrainId());

    private IEstateGrain Estate(DrillRecord drill, string team) =>
        host.Grains.GetGrain<IEstateGrain>(new EstateKey(drill.Id, team).ToString());

    /// <summary>Plays the log again in a plain loop and compares every tick that was seen live.</summary>
    private async Task AssertReplayed(DrillRecord drill, EstateWitness witness)
    {
        var logged = await host.Log.Read(new EstateKey(drill.Id, "t1").ToString());
        var world = new World(TestScenario.Balanced, drill.Seed);
        var compared = 0;
        while (world.Tick < logged.LastTick)
        {
            var entry = logged.Entries.FirstOrDefault(each => each.Tick == world.Tick + 1);
            if (entry is not null) Assert.Equal(entry.PreviousHash, world.Last.Hash);
            var frame = Headless.Step(world, entry is null ? [] : entry.Commands);
            if (!witness.Hashes.TryGetValue(frame.Tick, out var live)) continue;
            Assert.Equal(live, frame.Hash);
            compared++;
        }

        Assert.Equal(logged.Mark!.Hash, world.Last.Hash);
        Assert.True(compared >= 20, $"only {compared} ticks were seen live");
    }

    private static ImmutableArray<Command> Commands()
    {
        var balancer = TestScenario.Balanced.Balancer!.Id;
        var server = TestScenario.Balanced.Servers.First(each => each.Attached).Id;
        var other = TestScenario.Balanced.Servers.Last(each => each.Attached);
        return
        [
            Of("c1", "detach", balancer, ("server", server)),
            Of("c2", "set-algorithm", balancer, ("algorithm", "least-outstanding")),
            Of("c3", "restart-server", server),
            Of("c8", "remove-address", TestScenario.Balanced.Dns!.Id, ("address", balancer)),
            Of("c9", "renew-certificate", TestScenario.Balanced.Certificate!.Id),
            Of("c4", "install-beside", other.Id, ("version", other.Version)),
            Of("c10", "read-access-log", balancer),
            Of("c11", "trace-request", World.Users),
            Of("c12", "list-processes", other.Id),
            Of("c5", "reload", other.Id, ("role", "web")),
            Of("c6", "kill-process", other.Id),
            Of("c13", "remove-cache", TestScenario.Balanced.Cache!.Id),
            Of("c14", "add-cache", TestScenario.Balanced.Racks[0].Id, ("capacity", "100")),
            Of("c7", "close-firewall", other.Id, ("from", "users")),
        ];
    }

    private static Command Of(string id, string action, string target, params (string Name, string Value)[] arguments)
    {
        var refusal = ActionCatalogue.Check(action, arguments.ToDictionary(each => each.Name, each => each.Value), out var args);
        Assert.Null(refusal);
        return new Command(id, "Ada", action, target, args);
    }
}
