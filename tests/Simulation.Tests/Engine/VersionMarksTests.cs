using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Tests.Failures;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>When data written by one version are wrong for another that cannot coexist with it.</summary>
public sealed class VersionMarksTests
{
    private const int Key = 3;

    private readonly VersionMarks _marks = new(keys: 5);
    private readonly VersionFacts _old = Of("v1", coexists: true);
    private readonly VersionFacts _new = Of("v2", coexists: false);

    public VersionMarksTests()
    {
        _old.Serve(true, now: 0);
        _marks.Write(Key, _old, now: 100);
        _new.Serve(true, now: 200);
    }

    [Fact]
    public void AVersionThatStartsToServeMigratesTheData() => Assert.False(_marks.Clashes(Key, _new, valueAt: 300));

    [Fact]
    public void WritesOfOneVersionAreWrongForTheOther()
    {
        _marks.Write(Key, _old, now: 250);
        Assert.True(_marks.Clashes(Key, _new, valueAt: 300));
        Assert.False(_marks.Clashes(Key, _old, valueAt: 300));
        Assert.False(_marks.Clashes(Key + 1, _new, valueAt: 300));

        _marks.Write(Key, _new, now: 260);
        Assert.True(_marks.Clashes(Key, _old, valueAt: 300));
        Assert.False(_marks.Clashes(Key, _new, valueAt: 300));
    }

    [Fact]
    public void AValueCachedBeforeTheWriteIsRight()
    {
        _marks.Write(Key, _old, now: 250);
        Assert.False(_marks.Clashes(Key, _new, valueAt: 249));
        Assert.True(_marks.Clashes(Key, _new, valueAt: 250));
    }

    [Fact]
    public void DataOfAVersionThatStopsServingIsMigrated()
    {
        _marks.Write(Key, _old, now: 250);
        _old.Serve(false, now: 400);
        Assert.False(_marks.Clashes(Key, _new, valueAt: 500));
    }

    [Fact]
    public void GoingBackMigratesBack()
    {
        _old.Serve(false, now: 400);
        _marks.Write(Key, _new, now: 450);
        _old.Serve(true, now: 500);
        Assert.False(_marks.Clashes(Key, _old, valueAt: 600));
        _marks.Write(Key, _new, now: 550);
        Assert.True(_marks.Clashes(Key, _old, valueAt: 600));
    }

    [Fact]
    public void CompatibleVersionsNeverConflict()
    {
        var other = Of("v3", coexists: true);
        other.Serve(true, now: 220);
        _marks.Write(Key, _old, now: 250);
        Assert.False(_marks.Clashes(Key, other, valueAt: 300));
    }

    private static VersionFacts Of(string version, bool coexists) =>
        new(version, Shop.Release(version, 1, 0) with { Coexists = coexists });
}
