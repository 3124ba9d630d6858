using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Ticks;

public sealed class RelistingTests
{
    private static readonly ImmutableArray<string> Before = ["a", "b", "c"];

    [Fact]
    public void TheSameElementsAreTheSameList() => Assert.True(Before == Of("a", "b", "c"));

    [Fact]
    public void AnythingElseIsAnotherListWithWhatItGot()
    {
        Assert.Equal(["a", "b"], Of("a", "b"));
        Assert.Equal(["a", "x", "c"], Of("a", "x", "c"));
        Assert.Equal(["b", "c"], Of("b", "c"));
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g"], Of("a", "b", "c", "d", "e", "f", "g"));
        Assert.Equal([], Of());
    }

    private static ImmutableArray<string> Of(params string[] elements)
    {
        var list = new Relisting<string>(Before);
        foreach (var element in elements) list.Add(element);
        return list.Result();
    }
}
