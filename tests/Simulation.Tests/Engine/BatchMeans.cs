using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// One long run cut into thirty batches after a warm-up of one: long enough that batches hardly know of each other, their means
/// are nearly normal, and Student's t gives an interval for the true value (Law, Simulation Modeling and Analysis, 9.5.3).
/// </summary>
internal sealed class BatchMeans
{
    private const int Batches = 30;

    /// <summary>Two-sided 99.9 %, 29 degrees of freedom.</summary>
    private const double StudentT = 3.659;

    private readonly RunReport[] _batches = new RunReport[Batches];

    public BatchMeans(IEnumerable<RunReport> batches) => _batches = [.. batches];

    /// <summary>Runs the bare engine: no rules, probes or alerts.</summary>
    /// <param name="batch">Thousands of requests a batch.</param>
    public static BatchMeans Of(Scenario scenario, double batch, ulong seed = 1) =>
        new(Run(scenario, Estates.Seconds(1000 * batch / scenario.Classes.Sum(users => users.RatePerSecond)), seed));

    public Interval Interval(Func<RunReport, double> figure)
    {
        var figures = _batches.Select(figure).ToArray();
        var mean = figures.Average();
        var variance = figures.Sum(each => (each - mean) * (each - mean)) / (figures.Length - 1);
        return new Interval(mean, StudentT * Math.Sqrt(variance / figures.Length));
    }

    public IEnumerable<StationReport> Stations => _batches.SelectMany(batch => batch.Stations);

    private static IEnumerable<RunReport> Run(Scenario scenario, long batchNs, ulong seed)
    {
        // nobody comes after twice the longest drill
        Assert.True((Batches + 1) * batchNs <= 2 * Limits.DrillNs, "too long a run");
        var plane = new DataPlane(scenario, seed, sampleTraces: false);
        plane.RunUntil(batchNs);
        for (var batch = 0; batch < Batches; batch++)
        {
            plane.ResetMeters();
            plane.RunUntil(plane.Now + batchNs);
            yield return plane.Report();
        }
    }
}

/// <summary>A measured mean and the half-width of its 99.9 % interval.</summary>
internal readonly record struct Interval(double Mean, double HalfWidth)
{
    public override string ToString() => $"{Mean:g5} ± {HalfWidth / Mean:p2}";
}
