using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;

namespace OpsGame.Grains.Tests.Drills;

/// <summary>A clock that stands though its drill runs is noticed and set going.</summary>
public sealed class StandingClockTests(StandingClockTests.Host host) : IClassFixture<StandingClockTests.Host>
{
    /// <summary>At the highest speed a tick is due within less than any other timer here.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(32);

    [Fact]
    public async Task ADrillRestartsAClockWhoseTimerWasLost()
    {
        var drill = await host.Open(seed: 21, "One");
        var grain = host.Grains.GetGrain<IDrillGrain>(drill.Id);
        var estate = host.Grains.GetGrain<IEstateGrain>(new EstateKey(drill.Id, "t1").ToString());
        var witness = await EstateWitness.Of(host.Grains, estate);
        Assert.Null(await grain.Speed(8));
        Assert.Null(await grain.Start());
        await witness.Sees(8);
        host.Forgetful.ForgetOne(Tick);
        await Eventually(() => host.Forgetful.Forgot);
        var stood = (await estate.Standing())!.Tick;
        await witness.Sees(stood + 16);
        Assert.Null(await grain.Finish());
    }

    [Fact]
    public async Task AnEstateWhoseTimerCannotBeSetBeginsAgainFromItsLog()
    {
        var drill = await host.Open(seed: 22, "One");
        var grain = host.Grains.GetGrain<IDrillGrain>(drill.Id);
        var key = new EstateKey(drill.Id, "t1").ToString();
        var witness = await EstateWitness.Of(host.Grains, host.Grains.GetGrain<IEstateGrain>(key));
        Assert.Null(await grain.Speed(8));
        Assert.Null(await grain.Start());
        await witness.Sees(8);
        var owner = (await host.Log.Read(key)).Epoch;
        host.Forgetful.LeapBack(8 * Tick);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await host.Log.Read(key)).Epoch == owner) await Task.Delay(20, patience.Token);
        Assert.Null(await grain.Finish());
    }

    [Fact]
    public void ATeamStandsWhenItsTickHasNotMovedForTooLong()
    {
        var time = new ManualTime();
        var pulse = new Pulse(time);
        var standing = new Standing("t1", 7, 1, Ended: false, 0, 1, 0);
        Assert.False(pulse.Stands(standing));
        time.Pass(Pulse.Patience);
        Assert.False(pulse.Stands(standing));
        time.Pass(1);
        Assert.True(pulse.Stands(standing));
        Assert.False(pulse.Stands(standing));
        time.Pass(Pulse.Patience + Tick);
        Assert.False(pulse.Stands(standing with { Tick = 8 }));
        time.Pass(Pulse.Patience + Tick);
        Assert.False(pulse.Stands(standing with { Tick = 8, Ended = true }));
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition()) await Task.Delay(10, patience.Token);
    }

    public sealed class Host : GrainHost
    {
        public Host() => Time = Forgetful;

        internal ForgetfulTime Forgetful { get; } = new();
    }
}
