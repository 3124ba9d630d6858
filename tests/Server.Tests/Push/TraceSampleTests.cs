using System.Collections.Immutable;
using OpsGame.Server.Push;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Tests.Push;

public sealed class TraceSampleTests
{
    [Fact]
    public void InAQuietTickAllTracesAreSent() =>
        Assert.Equal([1, 1, 1], TraceSample.Of(Ended(count: 3, stays: 6)).Select(trace => trace.Count));

    [Theory]
    [InlineData(10, 6)]
    [InlineData(40, 6)]
    [InlineData(40, 13)]
    public void StaysKeepWithinTheBudgetAndTheTracesSentStandForAll(int count, int stays)
    {
        var sent = TraceSample.Of(Ended(count, stays));
        Assert.InRange(sent.Sum(trace => trace.Hops.Length), stays, 24);
        Assert.Equal(count, sent.Sum(trace => trace.Count));
        Assert.InRange(sent.Max(trace => trace.Count) - sent.Min(trace => trace.Count), 0, 1);
    }

    [Fact]
    public void ALongWayAloneIsSentWhole() =>
        Assert.Equal(50, Assert.Single(TraceSample.Of(Ended(count: 2, stays: 50))).Hops.Length);

    [Fact]
    public void WhereNothingEndedNothingIsSent() => Assert.Empty(TraceSample.Of([]));

    private static ImmutableArray<Trace> Ended(int count, int stays)
    {
        var hop = new Hop("web-1", Role.Web, 0, 0, 1, -1, Cause.None);
        return [.. Enumerable.Range(0, count).Select(number =>
            new Trace("browse", number, 1, 0, 1, Cause.None, false, [.. Enumerable.Repeat(hop, stays)]))];
    }
}
