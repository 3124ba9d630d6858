using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Tests.Chance;

public sealed class ZipfKeysTests
{
    /// <summary>
    /// Of evenly spaced draws the alias method gives each key its share, to within one draw for each column it is in.
    /// </summary>
    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(7, 0)]
    [InlineData(50, 0.9)]
    [InlineData(50, 1.4)]
    public void Every_key_gets_its_share(int count, double exponent)
    {
        const int draws = 200_000;
        var keys = ZipfKeys.Of(count, exponent);
        var got = new int[count];
        for (var draw = 0; draw < draws; draw++) got[keys.Key((draw + 0.5) / draws)]++;
        for (var key = 0; key < count; key++) Assert.Equal(keys.Share(key) * draws, got[key], count + 1.0);
    }
}
