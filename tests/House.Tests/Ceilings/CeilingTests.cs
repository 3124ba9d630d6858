namespace OpsGame.House.Tests.Ceilings;

public class CeilingTests
{
    private readonly CeilingTable _table = CeilingTable.Parse("""{"cracks": {"Cellar": 4}}""");

    [Fact]
    public void AFigureAtItsCeilingPasses() => Assert.Null(_table.Verdict("cracks", "Cellar", 4));

    [Fact]
    public void AFigureAboveItsCeilingFails() =>
        Assert.Equal("Cellar, cracks: 5, the ceiling is 4", _table.Verdict("cracks", "Cellar", 5));

    [Fact]
    public void AFigureBelowItsCeilingAsksForALowerOne() =>
        Assert.Equal(
            "Cellar, cracks: lower the ceiling from 4 to 3, or let HOUSE=write do it", _table.Verdict("cracks", "Cellar", 3));

    [Fact]
    public void AFigureWithoutACeilingFails() => Assert.NotNull(_table.Verdict("cracks", "Attic", 0));

    [Fact]
    public void WritingLowersACeiling()
    {
        _table.Lower("cracks", "Cellar", 3);
        Assert.Null(_table.Verdict("cracks", "Cellar", 3));
    }

    [Fact]
    public void WritingRaisesNoCeiling()
    {
        _table.Lower("cracks", "Cellar", 9);
        Assert.Null(_table.Verdict("cracks", "Cellar", 4));
    }

    [Fact]
    public void WhatIsPrintedIsReadAgain()
    {
        _table.Lower("cracks", "Attic", 1);
        Assert.Equal(_table.Print(), CeilingTable.Parse(_table.Print()).Print());
    }

    [Fact]
    public void TheWorstIsListedFirstAndNotMoreThanThirty()
    {
        var listed = Ceiling.Listed(Enumerable.Range(1, 40).Select(size => new Finding(size, $"crack {size}"))).ToArray();
        Assert.Equal((31, "  crack 40", "  and 10 more"), (listed.Length, listed[0], listed[^1]));
    }
}
