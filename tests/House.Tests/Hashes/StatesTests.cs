using System.Collections.Immutable;
using OpsGame.House.Tests.Ceilings;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Estates;

namespace OpsGame.House.Tests.Hashes;

public class StatesTests
{
    private static readonly IReadOnlyList<Type> All = States.In(typeof(World).Assembly);

    [Fact]
    public void EveryStateHasAHash() => Ceiling.Hold("states without a hash", "Simulation", States.WithoutHash(All));

    [Fact]
    public void EveryFieldReachesTheHash() => Ceiling.Hold("fields that miss the hash", "Simulation", States.Unhashed(All));

    [Fact]
    public void EveryComponentHasAState()
    {
        Assert.True(All.Count >= 10, $"Only {All.Count} states are seen");
        Assert.All(All, state => Assert.NotEmpty(Values.Changes(state)));
    }

    [Fact]
    public void AStateThatHashesAllItHoldsPasses() => Assert.Empty(States.Unhashed([typeof(Careful)]));

    [Fact]
    public void AFieldThatIsLeftOutIsFound() =>
        Assert.Equal(
            [
                "Careless.Doors[] longer does not reach the hash", "Careless.Doors[].Width null does not reach the hash",
                "Careless.Doors[].Width does not reach the hash", "Careless.Doors[].Open does not reach the hash",
                "Careless.Lamp null does not reach the hash",
            ],
            States.Unhashed([typeof(Careless)]).Select(finding => finding.What));

    [Fact]
    public void AStateWithoutAHashIsFound() =>
        Assert.Equal([new Finding(0, "Door has no AddTo(ref StateHash)")], States.WithoutHash([typeof(Door), typeof(Careful)]));

    private sealed record Door(double? Width, bool Open);

    private sealed record Careless(string Id, ImmutableArray<Door> Doors, string? Lamp)
    {
        public void AddTo(ref StateHash hash)
        {
            hash.Add(Id);
            hash.Add(Lamp ?? "a");
        }
    }

    private sealed record Careful(string Id, ImmutableArray<Door> Doors)
    {
        internal void AddTo(ref StateHash hash)
        {
            hash.Add(Id);
            hash.Add((long)Doors.Length);
            foreach (var door in Doors)
            {
                hash.Add(door.Width ?? -1);
                hash.Add(door.Open);
            }
        }
    }
}
