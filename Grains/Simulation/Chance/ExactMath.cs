namespace OpsGame.Simulation.Chance;

/// <summary>
/// Logarithm, exponential and power from IEEE basic operations only: the platform's own may differ in the last bit from machine
/// to machine, and then two machines would play two different drills. Accurate to about 1e-15 relative.
/// </summary>
public static class ExactMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Of 1.4142135623730951.</summary>
    private const long SqrtTwoMantissa = 0x6A09E667F3BCDL;

    /// <summary>
    /// Natural logarithm of a positive, finite, normal number: x = m·2^e, ln m = 2·artanh((m−1)/(m+1)) as a series.
    /// </summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x)) throw new ArgumentOutOfRangeException(nameof(x), x, "a positive finite number");
        var bits = BitConverter.DoubleToInt64Bits(x);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        // 1 if m is above √2 and is halved: as a number, since nobody could guess a branch
        var halved = (int)((ulong)(SqrtTwoMantissa - mantissa) >> 63);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023 + halved;
        var m = BitConverter.Int64BitsToDouble(mantissa | ((long)(1023 - halved) << 52));
        var s = (m - 1) / (m + 1);
        var z = s * s;
        var series = 1.0 / 21;
        series = series * z + 1.0 / 19;
        series = series * z + 1.0 / 17;
        series = series * z + 1.0 / 15;
        series = series * z + 1.0 / 13;
        series = series * z + 1.0 / 11;
        series = series * z + 1.0 / 9;
        series = series * z + 1.0 / 7;
        series = series * z + 1.0 / 5;
        series = series * z + 1.0 / 3;
        series = series * z + 1.0;
        return exponent * Ln2High + (exponent * Ln2Low + 2 * s * series);
    }

    /// <summary>e to the x for −700 ≤ x ≤ 700 (outside: 0 or an error).</summary>
    public static double Exp(double x)
    {
        if (x < -700) return 0;
        if (!(x <= 700)) throw new ArgumentOutOfRangeException(nameof(x), x, "at most 700");
        var k = Math.Floor(x / (Ln2High + Ln2Low) + 0.5);
        var r = x - k * Ln2High - k * Ln2Low;
        var sum = 1.0;
        for (var n = 16; n >= 1; n--) sum = 1 + r / n * sum;
        return sum * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>x to the y for x &gt; 0.</summary>
    public static double Pow(double x, double y) => y == 0 ? 1 : Exp(y * Log(x));
}
