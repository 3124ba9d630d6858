namespace OpsGame.Grains.Tests;

public sealed class AllowancesTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void EverybodyHasTheirOwn()
    {
        var allowances = new Allowances(_time, burst: 2, perSecond: 0.1);
        Assert.Equal([true, true, false], Take(allowances, "Ada", 3));
        Assert.Equal([true, true, false], Take(allowances, "Bo", 3));
        _time.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal([true, false], Take(allowances, "Ada", 2));
    }

    [Fact]
    public void ALargeNumberOfCallersDoesNotResetAnExhaustedAllowance()
    {
        var allowances = new Allowances(_time, burst: 2, perSecond: 0.1);
        Take(allowances, "Ada", 2);
        foreach (var stranger in Enumerable.Range(0, 2000)) Take(allowances, $"stranger {stranger}", 1);
        Assert.Equal([false], Take(allowances, "Ada", 1));
        _time.Pass(TimeSpan.FromMinutes(1));
        foreach (var stranger in Enumerable.Range(0, 2000)) Take(allowances, $"another {stranger}", 1);
        Assert.Equal([true, true, false], Take(allowances, "Ada", 3));
    }

    private static bool[] Take(Allowances allowances, string whose, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => allowances.Take(whose))];
}
