using OpsGame.Simulation.Engine;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// Measurements held against theory. A figure passes when its 99.9 % interval is narrower than the tolerance and contains the
/// exact value: a correct engine passes but for one figure in a thousand (and seeds are fixed), a wrong one cannot hide in noise.
/// </summary>
internal sealed class Check(BatchMeans run)
{
    private readonly List<string> _wrong = [];
    private readonly List<string> _figures = [];

    public bool Holds => _wrong.Count == 0;

    /// <summary>What did not hold, a line each.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    public Check Exactly(string what, double expected, double tolerance, Func<RunReport, double> figure)
    {
        var measured = Measure(what, figure, expected);
        if (!(measured.HalfWidth <= tolerance * expected))
            _wrong.Add($"{what}: {measured} is too wide for {expected:g5} ± {tolerance:p0}");
        if (!(Math.Abs(measured.Mean - expected) <= measured.HalfWidth)) _wrong.Add($"{what}: {measured} misses {expected:g5}");
        return this;
    }

    /// <summary>Theory is itself an approximation here: the whole interval lies within the tolerance.</summary>
    public Check About(string what, double expected, double tolerance, Func<RunReport, double> figure) =>
        Between(what, expected * (1 - tolerance), expected * (1 + tolerance), figure);

    public Check Between(string what, double low, double high, Func<RunReport, double> figure)
    {
        var measured = Measure(what, figure, (low + high) / 2);
        if (!(measured.Mean - measured.HalfWidth >= low && measured.Mean + measured.HalfWidth <= high))
            _wrong.Add($"{what}: {measured} is not within {low:g5}–{high:g5}");
        return this;
    }

    /// <summary>Little's law on every station in every batch, up to what is inside at its edges.</summary>
    public Check Little(double tolerance = 0.01)
    {
        foreach (var station in run.Stations)
            if (!(Math.Abs(station.LittleResidual) <= tolerance))
                _wrong.Add($"{station.Id}: Little's law is off by {station.LittleResidual:p2}");
        return this;
    }

    public void MustHold()
    {
        foreach (var figure in _figures) TestContext.Current.TestOutputHelper?.WriteLine(figure);
        Assert.True(Holds, string.Join('\n', _wrong));
    }

    private Interval Measure(string what, Func<RunReport, double> figure, double expected)
    {
        var measured = run.Interval(figure);
        _figures.Add($"{what}: {measured}, in theory {expected:g5}");
        return measured;
    }
}
