using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Engine;

public sealed class DeterminismTests
{
    [Fact]
    public void OneSeedGivesOneHistory() => Assert.Equal(Hashes(seed: 5, traces: false), Hashes(seed: 5, traces: false));

    [Fact]
    public void AnotherSeedGivesAnotherHistory() =>
        Assert.NotEqual(Hashes(seed: 5, traces: false)[^1], Hashes(seed: 6, traces: false)[^1]);

    [Fact]
    public void RecordingTracesChangesNothing() => Assert.Equal(Hashes(seed: 5, traces: false), Hashes(seed: 5, traces: true));

    /// <summary>Worlds share nothing: how many run at once, and on which threads, changes none of them.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(16)]
    public void ParallelWorldsDoNotInfluenceEachOther(int threads)
    {
        const int worlds = 16;
        var together = new List<ulong>[worlds];
        Parallel.For(0, worlds, new ParallelOptions { MaxDegreeOfParallelism = threads },
            world => together[world] = Hashes((ulong)world % 4, traces: world >= 8));

        for (var seed = 0; seed < 4; seed++)
        {
            var alone = Hashes((ulong)seed, traces: false);
            Assert.All(Enumerable.Range(0, worlds).Where(world => world % 4 == seed),
                world => Assert.Equal(alone, together[world]));
        }
    }

    private static List<ulong> Hashes(ulong seed, bool traces)
    {
        var world = new World(Estates.Whole(), seed, traces);
        var hashes = new List<ulong>();
        for (var tick = 0; tick < 1200; tick++)
        {
            ImmutableArray<Command> commands = tick switch
            {
                100 => [Do("detach", "balancer", ("server", "web-1"))],
                200 => [Do("add-server", "rack-a", ("size", "size"), ("attach", "true"))],
                400 => [Do("start-rollout", "rollout", ("version", "v2"), ("fraction", "0.5"), ("drain", "5"), ("bake", "5"))],
                _ => [],
            };
            hashes.Add(Headless.Step(world, commands).Hash);
        }

        return hashes;
    }

    private static Command Do(string action, string target, params (string Name, string Value)[] args) =>
        new("c", "tester", action, target,
            args.ToImmutableSortedDictionary(arg => arg.Name, arg => arg.Value, StringComparer.Ordinal));
}
