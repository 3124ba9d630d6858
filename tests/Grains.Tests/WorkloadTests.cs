namespace OpsGame.Grains.Tests;

public sealed class WorkloadTests
{
    private const double FullAt = 0.5;

    private readonly ManualTime _time = new();
    private TimeSpan _cpu;

    [Theory]
    [InlineData(0.3, 0, 0.6)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.1, 60, 1)]
    [InlineData(0.1, 3, 0.2)]
    public void ItIsFullWithTheTimeOfItsCoresOrWithTicksThatBeginLate(double share, double lateMs, double load)
    {
        var workload = Create(FullAt);
        for (var second = 0; second < 5; second++) Pass(workload, share, lateMs);
        Assert.Equal(load, workload.Load, 6);
        Assert.Equal(load > 0.8, workload.IsPressed);
    }

    [Fact]
    public void AMomentDoesNotCountAndItRecoversByItself()
    {
        var workload = Create(FullAt);
        for (var second = 0; second < 5; second++) Pass(workload, 0.1, 0);
        Pass(workload, 1, 500);
        Assert.Equal(0.2, workload.Load, 6);
        for (var second = 0; second < 3; second++) Pass(workload, 1, 500);
        Assert.True(workload.Load > 1);
        Pass(workload, 0.1, 0);
        Assert.Equal(0.2, workload.Load, 6);
    }

    [Fact]
    public void WhatIsNotTheEstatesDoesNotCount()
    {
        var workload = Create(FullAt);
        for (var second = 0; second < 5; second++)
        {
            workload.Aside(TimeSpan.FromSeconds(0.5 * Environment.ProcessorCount));
            Pass(workload, 0.6, 0);
        }

        Assert.Equal(0.2, workload.Load, 6);
        // nor does what a server without estates is busy with
        for (var second = 0; second < 5; second++) Pass(workload, 1, lateMs: null);
        Assert.Equal(0, workload.Load);
    }

    [Fact]
    public void OneThatMayUseEverythingIsNeverFull()
    {
        var workload = Create(fullAt: 1);
        for (var second = 0; second < 5; second++) Pass(workload, 1, 1000);
        Assert.Equal(0, workload.Load);
    }

    private Workload Create(double fullAt) => new(_time, fullAt, () => _cpu);

    /// <summary>A second passes: so much of the cores' time is used, and a tick begins so late; null: none does.</summary>
    private void Pass(Workload workload, double share, double? lateMs)
    {
        if (lateMs is { } late) workload.Begins(TimeSpan.FromMilliseconds(late));
        _cpu += TimeSpan.FromSeconds(share * Environment.ProcessorCount);
        _time.Pass(1000);
    }
}
