using OpsGame.Grains.Components;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Tests.Components;

public sealed class HistoryTests
{
    [Fact]
    public void TheOldestIsForgottenFirst()
    {
        var history = new History();
        for (var second = 1; second <= History.Points + 5; second++)
            history.Record(new Observation(second, [new Reading("cpu", second), new Reading("queue", -second)], [Said(second)]));

        var past = history.Past();
        Assert.Equal(Enumerable.Range(6, History.Points).Select(second => (long)second), past.TimesNs);
        Assert.Equal(["cpu", "queue"], past.Series.Select(series => series.Name));
        Assert.Equal(past.TimesNs.Select(second => -(double)second), past.Series[1].Values);
        Assert.Equal(History.Lines, past.Log.Length);
        Assert.Equal(History.Points + 5, past.Log[^1].AtNs);
    }

    [Fact]
    public void WhatIsRestoredIsRememberedAndGoesOn()
    {
        var history = new History();
        history.Record(new Observation(1, [new Reading("cpu", 0.5)], [Said(1)]));
        var later = new History();
        later.Restore(history.Past());
        later.Record(new Observation(1, [], []));
        later.Record(new Observation(2, [new Reading("cpu", 0.75)], []));

        Assert.Equal([1, 2], later.Past().TimesNs);
        Assert.Equal([0.5, 0.75], later.Past().Series.Single().Values);
        Assert.Single(later.Past().Log);
    }

    private static DomainEvent Said(long at) => new(at, EventKind.System, "server-running", "web-1", "", "", []);
}
