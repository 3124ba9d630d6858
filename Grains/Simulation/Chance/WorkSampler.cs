using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Chance;

/// <summary>Turns an even draw into work of a given distribution, in nanoseconds.</summary>
internal readonly struct WorkSampler
{
    private readonly WorkKind kind;
    private readonly double a;
    private readonly double b;

    public WorkSampler(WorkSpec spec)
    {
        kind = spec.Kind;
        switch (kind)
        {
            case WorkKind.LogNormal:
                // mean m and squared coefficient of variation c: median m/√(1+c), σ² = ln(1+c)
                a = spec.A / Math.Sqrt(1 + spec.B);
                b = spec.B > 0 ? Math.Sqrt(ExactMath.Log(1 + spec.B)) : 0;
                break;
            default:
                a = spec.A;
                b = spec.B;
                break;
        }
    }

    public double Sample(double unit) => kind switch
    {
        WorkKind.Fixed => a,
        WorkKind.Exponential => -a * ExactMath.Log(unit),
        WorkKind.Uniform => a + (b - a) * unit,
        _ => a * ExactMath.Exp(b * Normal.Quantile(unit)),
    };
}
