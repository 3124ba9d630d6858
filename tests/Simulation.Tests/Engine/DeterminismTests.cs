using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Tests.Engine;

public sealed class DeterminismTests
{
    [Fact]
    public void OneSeedGivesOneHistory() => Assert.Equal(Hashes(seed: 5, traces: false), Hashes(seed: 5, traces: false));

    [Fact]
    public void AnotherSeedGivesAnotherHistory() => Assert.NotEqual(Hashes(seed: 5, traces: false)[^1], Hashes(seed: 6, traces: false)[^1]);

    [Fact]
    public void RecordingTracesChangesNothing() => Assert.Equal(Hashes(seed: 5, traces: false), Hashes(seed: 5, traces: true));

    private static List<ulong> Hashes(ulong seed, bool traces)
    {
        var world = new World(Estates.Whole(), seed, traces);
        var hashes = new List<ulong>();
        for (var tick = 0; tick < 1200; tick++)
        {
            ImmutableArray<Command> commands = tick switch
            {
                100 => [Do(Actions.Detach, "balancer", ("server", "web-1"))],
                200 => [Do(Actions.AddServer, "rack-a", ("size", "size"), ("attach", "true"))],
                400 => [Do(Actions.StartRollout, "rollout", ("version", "v2"), ("fraction", "0.5"), ("drain", "5"), ("bake", "5"))],
                _ => [],
            };
            hashes.Add(Headless.Step(world, commands).Hash);
        }

        return hashes;
    }

    private static Command Do(string action, string target, params (string Name, string Value)[] args) =>
        new("c", "tester", action, target, args.ToImmutableSortedDictionary(arg => arg.Name, arg => arg.Value, StringComparer.Ordinal));
}
