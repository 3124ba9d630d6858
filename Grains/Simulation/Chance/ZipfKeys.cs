namespace OpsGame.Simulation.Chance;

/// <summary>Keys 0…n−1 with popularity ∝ 1/(rank^s): Vose's alias method (1991), one draw and one look-up a key.</summary>
internal sealed class ZipfKeys
{
    private readonly double[] _keep;
    private readonly int[] _other;
    private readonly double _exponent;
    private readonly double _sum;

    public ZipfKeys(int count, double exponent)
    {
        _keep = new double[count];
        _other = new int[count];
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
            _keep[less] = weights[less];
            _other[less] = more;
            weights[more] -= 1 - weights[less];
            (weights[more] < 1 ? small : large).Push(more);
        }

        foreach (var rest in large.Concat(small)) _keep[rest] = 1;
        (_exponent, _sum) = (exponent, sum);
    }

    /// <summary>Of all requests, those for the key of this rank (0: the most popular), 0–1.</summary>
    public double Share(int rank) => (_exponent == 0 ? 1 : ExactMath.Pow(rank + 1, -_exponent)) / _sum;

    public int Key(double unit)
    {
        var scaled = unit * _keep.Length;
        var column = (int)scaled;
        return scaled - column < _keep[column] ? column : _other[column];
    }
}
