using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>A time that every request draws anew.</summary>
internal sealed class Interval(WorkSpec spec, Draw luck)
{
    private readonly WorkSampler _sampler = new(spec);

    /// <summary>Whole nanoseconds.</summary>
    public long Of(ulong index) => (long)(Exactly(index) + 0.5);

    /// <summary>Nanoseconds.</summary>
    public double Exactly(ulong index) => _sampler.Sample(luck.Unit(index));

    /// <summary>Null: there is none.</summary>
    public static Interval? From(WorkSpec? spec, ulong seed, Purpose purpose, int users) =>
        spec is null ? null : new Interval(spec, new Draw(seed, purpose, (ulong)users));
}
