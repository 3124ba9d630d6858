using CsCheck;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Tests.Chance;

public sealed class ExactMathTests
{
    private const double Root = 1.4142135623730951;

    [Fact]
    public void A_logarithm_is_right_to_fifteen_digits() =>
        Gen.Double[-300, 300].Sample(power =>
        {
            var x = Math.Pow(10, power);
            Assert.Equal(Math.Log(x), ExactMath.Log(x), Math.Max(1, Math.Abs(Math.Log(x))) * 1e-15);
        });

    /// <summary>A mantissa above √2 is halved; the logarithm of its neighbours must not show it.</summary>
    [Fact]
    public void A_logarithm_grows_where_the_mantissa_is_halved()
    {
        foreach (var scale in new[] { 1, 0.5, 1024 })
        {
            double[] around = [Math.BitDecrement(Root) * scale, Root * scale, Math.BitIncrement(Root) * scale];
            foreach (var x in around) Assert.Equal(Math.Log(x), ExactMath.Log(x), 4e-15);
            Assert.True(ExactMath.Log(around[0]) <= ExactMath.Log(around[1]));
            Assert.True(ExactMath.Log(around[1]) <= ExactMath.Log(around[2]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_has_no_logarithm_is_refused(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.Log(x));
}
