using System.Collections.Immutable;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Tests.Estates;

public sealed class SeatsTests
{
    private readonly ManualTime _time = new();
    private readonly Seats _seats;

    public SeatsTests() => _seats = new Seats(_time);

    [Fact]
    public void ASeatSendsSoManyAtOnceAndThenSoManyASecond()
    {
        Assert.Equal(Seats.Burst, Taken("p1", 100));
        Assert.Equal(Seats.Burst, Taken("p2", 100));
        _time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Seats.PerSecond, Taken("p1", 100));
    }

    [Fact]
    public void SomebodyWhoLeftCannotSendCommands()
    {
        _seats.Know(Drills.DrillRulesTests.Lobby with
        {
            People = [Person("p2"), Person("p3") with { Left = true }],
            PeopleEver = 3,
        });
        _seats.End("p4");
        Assert.Equal(
            [("p1", "seat-given-up"), ("p2", null), ("p3", "seat-given-up"), ("p4", "seat-given-up"), ("p5", null)],
            Enumerable.Range(1, 5).Select(number => $"p{number}").Select(seat => (seat, _seats.Check(Command(seat))?.Code)));
    }

    [Fact]
    public void FaultsAreCountedElsewhere() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(_seats.Check(Command("p1", "server-crash"))));

    private int Taken(string seat, int times) => Enumerable.Range(0, times).Count(_ => _seats.Check(Command(seat)) is null);

    private static Person Person(string id) => new(id, id, SeatRole.Player, "t1", Left: false);

    private static Command Command(string seat, string action = "flush-cache") =>
        new("c1", "Ada", action, "cache", ImmutableSortedDictionary<string, string>.Empty, Seat: seat);
}
