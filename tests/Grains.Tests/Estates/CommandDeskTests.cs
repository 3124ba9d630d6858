using System.Collections.Immutable;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Estates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Tests.Estates;

public sealed class CommandDeskTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task ACommandIsAnsweredWhenItsTickIsLogged()
    {
        var answer = _desk.Place(Command("c1"));
        Assert.Equal(["c1"], Take());
        Assert.False(answer.IsCompleted);
        _desk.Logged(17);
        Assert.Equal(new CommandReceipt(17, null), await answer);
    }

    [Fact]
    public void ATickTakesALimitedNumberOfCommandsAndTheRestWait()
    {
        foreach (var number in Enumerable.Range(0, 150)) _ = _desk.Place(Command($"c{number}"));
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"c{number}"), Take(100));
        _desk.Logged(1);
        Assert.Equal(Enumerable.Range(100, 50).Select(number => $"c{number}"), Take(100));
    }

    [Fact]
    public void OnlyCommandsThatCouldNotBeLoggedAreTakenAgain()
    {
        _ = _desk.Place(Command("c1"));
        Take();
        _ = _desk.Place(Command("c2"));
        Assert.Equal(["c1"], Take());
    }

    [Fact]
    public async Task TheSameIdGetsTheSameReceiptAndSomebodyElsesIsTaken()
    {
        var first = _desk.Place(Command("c1"));
        Assert.Same(first, _desk.Known(Command("c1")));
        Assert.Equal("command-id-taken", (await _desk.Known(Command("c1", seat: "p2"))!).Refusal?.Code);
        Assert.Null(_desk.Known(Command("c2")));
    }

    [Fact]
    public async Task ARefusedCommandMayComeAgain()
    {
        var answer = _desk.Place(Command("c1"));
        _desk.Refuse(DrillRefusals.Paused);
        Assert.Equal(DrillRefusals.Paused.Name, (await answer).Refusal?.Code);
        Assert.Null(_desk.Known(Command("c1")));
        Assert.Empty(Take());
    }

    [Fact]
    public async Task TheQueueIsBounded()
    {
        foreach (var number in Enumerable.Range(0, CommandDesk.Waiting)) _ = _desk.Place(Command($"c{number}"));
        Assert.Equal("too-many-commands", (await _desk.Place(Command("one too many"))).Refusal?.Code);
    }

    [Fact]
    public async Task ReceiptsAreRecalledFromTheLog()
    {
        _desk.Recall(Command("c1"), tick: 40);
        Assert.Equal(40, (await _desk.Known(Command("c1"))!).Tick);
    }

    [Fact]
    public async Task ALogFromBeforeSeatsKnowsPeopleByTheirNames()
    {
        _desk.Recall(Command("c1", seat: ""), tick: 40);
        Assert.Equal(40, (await _desk.Known(Command("c1"))!).Tick);
        Assert.Equal("command-id-taken", (await _desk.Known(Command("c1") with { By = "Bo" })!).Refusal?.Code);
    }

    private IEnumerable<string> Take(int limit = Limits.CommandsPerTick) => _desk.Take(limit).Select(command => command.Id);

    private static Command Command(string id, string seat = "p1") =>
        new(id, "Ada", "flush-cache", "cache", ImmutableSortedDictionary<string, string>.Empty, Seat: seat);
}
