using CsCheck;
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
            history.Record(new Observation(["cpu", "queue"], [second], [second, -second], [Said(second)]));

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
        history.Record(new Observation(["cpu"], [1], [0.5f], [Said(1)]));
        var later = new History();
        later.Restore(history.Past());
        later.Record(Observation.Nothing);
        later.Record(2, [new Reading("cpu", 0.75)]);

        Assert.Equal([1, 2], later.Past().TimesNs);
        Assert.Equal([0.5, 0.75], later.Past().Series.Single().Values);
        Assert.Single(later.Past().Log);
    }

    /// <summary>Whatever was measured: a chart shows less than a hundredth of a percent.</summary>
    [Fact]
    public void ReadingsAreKeptAsPreciselyAsAChartShowsThem() =>
        Gen.Select(Gen.Long[1, 5_000_000_000], Gen.Double[-1e7, 1e7], Gen.Int[0, 8192], Gen.Double[0, 1]).Array[1, 200]
            .Sample(seen =>
        {
            var history = new History();
            var times = new List<long>();
            foreach (var (pause, value, count, share) in seen)
            {
                times.Add(pause + (times.Count == 0 ? 0 : times[^1]));
                history.Record(
                    times[^1], [new Reading("value", value), new Reading("count", count), new Reading("share", share)]);
            }

            var past = history.Past();
            Assert.Equal(times, past.TimesNs);
            Assert.Equal(seen.Select(one => (double)one.Item3), past.Series[1].Values);
            for (var at = 0; at < seen.Length; at++)
            {
                AssertNear(seen[at].Item2, past.Series[0].Values[at]);
                AssertNear(seen[at].Item4, past.Series[2].Values[at]);
            }
        });

    private static void AssertNear(double value, double kept)
    {
        var off = (Math.Abs(value) * 1.3e-4) + 1e-30;
        Assert.InRange(kept, value - off, value + off);
    }

    private static DomainEvent Said(long at) => new(at, EventKind.System, "server-running", "web-1", "", "", []);
}
