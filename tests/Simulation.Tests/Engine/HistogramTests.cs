using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>A few values are kept one by one, many are counted: whoever asks cannot tell.</summary>
public sealed class HistogramTests
{
    private const int Most = 100;

    [Fact]
    public void AFewValuesAndCountedOnesHaveTheSamePercentiles()
    {
        var chance = new Draw(7, Purpose.ProbePhase, 0);
        var (fresh, counting) = (new Histogram(), new Histogram());
        // what has had many once goes on counting
        for (var value = 0; value < Most; value++) counting.Add(value);
        counting.Clear();
        for (var index = 0; index < Most; index++)
        {
            // over many octaves, and often the same
            var value = (long)(chance.Exponential((ulong)index / 3) * (1L << (index % 30)));
            fresh.Add(value);
            counting.Add(value);

            Assert.Equal(counting.Percentiles(), fresh.Percentiles());
            Assert.Equal(counting.Report(), fresh.Report());
        }
    }

    [Fact]
    public void AFewValuesAreForgottenLikeMany()
    {
        var histogram = new Histogram();
        histogram.Add(1_000_000);
        histogram.Clear();
        histogram.Add(2_000);

        Assert.Equal(1, histogram.Count);
        Assert.InRange(histogram.Quantile(1), 1_900, 2_000);
    }
}
