namespace OpsGame.Server.Runs;

/// <summary>
/// A mean over runs and where the true mean lies with 95 % confidence (Student's t). Low and High: null for one run.
/// </summary>
internal sealed record Interval(double Mean, double? Low, double? High)
{
    /// <summary>Two-sided 95 % quantiles of Student's t for 1, 2, … 30 degrees of freedom.</summary>
    private static readonly double[] Table =
    [
        12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
        2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963,
        2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272,
    ];

    /// <summary>Of at least one value.</summary>
    public static Interval Of(IReadOnlyCollection<double> values)
    {
        var mean = values.Sum() / values.Count;
        if (values.Count < 2) return new Interval(mean, null, null);
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        var half = T(values.Count - 1) * Math.Sqrt(variance / values.Count);
        return new Interval(mean, mean - half, mean + half);
    }

    /// <summary>
    /// Beyond the table: the Cornish–Fisher expansion around the normal quantile (Abramowitz and Stegun 26.7.5).
    /// </summary>
    internal static double T(int freedom)
    {
        if (freedom <= Table.Length) return Table[freedom - 1];
        const double z = 1.959963985;
        const double z3 = z * z * z;
        const double z5 = z3 * z * z;
        const double z7 = z5 * z * z;
        var v = (double)freedom;
        return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
    }
}
