namespace OpsGame.Simulation.Chance;

public enum WorkKind
{
    Fixed,
    Exponential,
    Uniform,
    LogNormal,
}

/// <summary>
/// A distribution of work. A: mean (uniform: lowest) in ns. B: uniform: highest in ns; log-normal: squared coefficient of
/// variation.
/// </summary>
public sealed record WorkSpec(WorkKind Kind, double A, double B)
{
    public double MeanNs => Kind == WorkKind.Uniform ? (A + B) / 2 : A;
}
