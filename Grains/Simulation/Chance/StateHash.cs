namespace OpsGame.Simulation.Chance;

/// <summary>A 64-bit fingerprint of state: equal on every machine, in every process. Not meant against an adversary.</summary>
public struct StateHash(ulong start)
{
    public ulong Value { get; private set; } = start;

    public void Add(long number) => Value = Draw.Mix(Value ^ (ulong)number) + 0x9E3779B97F4A7C15UL;

    public void Add(int number) => Add((long)number);

    public void Add(double number) => Add(BitConverter.DoubleToInt64Bits(number));

    public void Add(bool flag) => Add(flag ? 1L : 2L);

    public void Add(string text)
    {
        Add((long)text.Length);
        foreach (var character in text) Add((long)character);
    }
}
