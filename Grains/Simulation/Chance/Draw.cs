namespace OpsGame.Simulation.Chance;

/// <summary>
/// Keyed chance: a draw is a pure function of (seed, purpose, component, index) and nothing else — SplitMix64 (Steele, Lea, Flood
/// 2014) run as a counter-based generator.
/// </summary>
public readonly struct Draw(ulong seed, Purpose purpose, ulong component)
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;

    private readonly ulong _key = Mix(Mix(seed + Golden) + ((ulong)purpose * Golden) + Mix(component ^ 0xD1B54A32D192ED03UL));

    /// <summary>64 even bits.</summary>
    public ulong Bits(ulong index) => Mix(_key + index * Golden);

    /// <summary>Evenly in (0, 1), never 0 or 1.</summary>
    public double Unit(ulong index) => ((Bits(index) >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential(ulong index) => -ExactMath.Log(Unit(index));

    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
