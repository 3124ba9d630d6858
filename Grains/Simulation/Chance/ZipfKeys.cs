using System.Collections.Concurrent;

namespace OpsGame.Simulation.Chance;

/// <summary>Keys 0…n−1 with popularity ∝ 1/(rank^s): Vose's alias method (1991), one draw and one look-up a key.</summary>
internal sealed class ZipfKeys
{
    /// <summary>Estates that play the same scenario look up the same numbers; kept while one of them does.</summary>
    private static readonly ConcurrentDictionary<(int Count, double Exponent), WeakReference<ZipfKeys>> Known = new();

    private readonly Column[] _columns;
    private readonly double _exponent;
    private readonly double _sum;

    private ZipfKeys(int count, double exponent)
    {
        _columns = new Column[count];
        var weights = new double[count];
        double sum = 0;
        for (var i = 0; i < count; i++) sum += weights[i] = exponent == 0 ? 1 : ExactMath.Pow(i + 1, -exponent);
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < count; i++)
        {
            weights[i] *= count / sum;
            (weights[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int less = small.Pop(), more = large.Pop();
            _columns[less] = Column.Of(weights[less], more);
            weights[more] -= 1 - weights[less];
            (weights[more] < 1 ? small : large).Push(more);
        }

        foreach (var rest in large.Concat(small)) _columns[rest] = Column.Of(keep: 1, rest);
        (_exponent, _sum) = (exponent, sum);
    }

    public static ZipfKeys Of(int count, double exponent)
    {
        var known = Known.GetOrAdd((count, exponent), _ => new WeakReference<ZipfKeys>(null!));
        lock (known)
        {
            if (known.TryGetTarget(out var keys)) return keys;
            known.SetTarget(keys = new ZipfKeys(count, exponent));
            return keys;
        }
    }

    /// <summary>Of all requests, those for the key of this rank (0: the most popular), 0–1.</summary>
    public double Share(int rank) => (_exponent == 0 ? 1 : ExactMath.Pow(rank + 1, -_exponent)) / _sum;

    public int Key(double unit)
    {
        var scaled = unit * _columns.Length;
        var at = (int)scaled;
        ref readonly var column = ref _columns[at];
        var other = column.Other;
        // numbers that are not negative are in the order of their bits; of whole ones the processor chooses without a branch
        return BitConverter.DoubleToInt64Bits(scaled - at) < column.KeepBits ? at : other;
    }

    /// <summary>Of every column, up to a height its own key, and above that another.</summary>
    private readonly record struct Column(long KeepBits, int Other)
    {
        public static Column Of(double keep, int other) => new(BitConverter.DoubleToInt64Bits(keep), other);
    }
}
