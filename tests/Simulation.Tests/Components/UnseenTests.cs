using CsCheck;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Components;

/// <summary>What nobody looks at is not measured, and the estate goes the same way.</summary>
public sealed class UnseenTests
{
    private const int LooksEvery = 3;

    [Fact]
    public void ATickNobodySeesComesToTheSame()
    {
        var looked = 0;
        Gen.Select(Gen.ULong, RandomTwists.Of(RandomSystems.Any), RandomPlayTests.AnyCommand.Array[1, 25]).Sample(
            (seed, system, commands) =>
            {
                var (unseen, seen) = (new World(system, seed), new Play(system, seed));
                foreach (var (action, target, args) in commands)
                {
                    var known = unseen.KindOf(target) is not null;
                    List<Command> now = known ? [seen.Command("ann", action, target, args)] : [];
                    foreach (var command in now) seen.Order(command);
                    seen.Pass(2);
                    for (; unseen.NowNs < seen.World.NowNs; now = []) Headless.Pass(unseen, now);
                    Assert.Equal(seen.World.Hash, unseen.Hash);
                    if (unseen.Tick % LooksEvery != 0) continue;
                    Assert.Equal(Readings(seen.World), Readings(unseen));
                    Interlocked.Increment(ref looked);
                }
            }, iter: 20);
        Assert.True(looked > 0);
    }

    private static List<string> Readings(World world) =>
    [
        .. KindTable.All.SelectMany(kind => kind.Readings(world.Last.Columns)).SelectMany(
            read => read.Readings.Select(one => $"{read.Id} {one}")),
    ];
}
