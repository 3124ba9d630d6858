namespace OpsGame.Simulation.Chance;

/// <summary>Turns an even draw into work of a given distribution, in nanoseconds.</summary>
internal readonly struct WorkSampler
{
    private readonly WorkKind _kind;
    private readonly double _a;
    private readonly double _b;

    public WorkSampler(WorkSpec spec)
    {
        _kind = spec.Kind;
        switch (_kind)
        {
            case WorkKind.LogNormal:
                // mean m and squared coefficient of variation c: median m/√(1+c), σ² = ln(1+c)
                _a = spec.A / Math.Sqrt(1 + spec.B);
                _b = spec.B > 0 ? Math.Sqrt(ExactMath.Log(1 + spec.B)) : 0;
                break;
            default:
                _a = spec.A;
                _b = spec.B;
                break;
        }
    }

    public double Sample(double unit) => _kind switch
    {
        WorkKind.Fixed => _a,
        WorkKind.Exponential => -_a * ExactMath.Log(unit),
        WorkKind.Uniform => _a + (_b - _a) * unit,
        _ => _a * ExactMath.Exp(_b * Normal.Quantile(unit)),
    };
}
