using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Hosting;

namespace OpsGame.Grains.Tests.Drills;

/// <summary>Somebody sets the machine's clock while the server runs.</summary>
public sealed class ClockSetBackTests
{
    [Fact]
    public async Task DrillsAreOpenedAfterTheClockWasSetBack()
    {
        var machine = new SettableTime();
        var host = new GrainHost { Time = new ForwardTime(machine) };
        await host.InitializeAsync();
        var before = await host.Open(seed: 1, "Red");
        machine.SetBy = TimeSpan.FromHours(-2);
        var after = await host.Open(seed: 1, "Red");
        Assert.True(after.CreatedAt >= before.CreatedAt);
        machine.SetBy = TimeSpan.FromDays(1);
        await host.Open(seed: 1, "Red");
        machine.SetBy = TimeSpan.Zero;
        await host.Open(seed: 1, "Red");
        await host.DisposeAsync();
    }

    [Fact]
    public async Task ARunningDrillGoesOnWhateverTheClockIsSetTo()
    {
        var machine = new SettableTime();
        var host = new GrainHost { Time = new ForwardTime(machine) };
        await host.InitializeAsync();
        var drill = await host.Open(seed: 3, "One");
        var grain = host.Grains.GetGrain<IDrillGrain>(drill.Id);
        var estate = host.Grains.GetGrain<IEstateGrain>(new EstateKey(drill.Id, "t1").ToString());
        var witness = await EstateWitness.Of(host.Grains, estate);
        Assert.Null(await grain.Speed(8));
        Assert.Null(await grain.Start());
        await witness.Sees(8);
        foreach (var by in new[] { TimeSpan.FromDays(400), TimeSpan.FromDays(-400), TimeSpan.Zero })
        {
            machine.SetBy = by;
            var seen = (await estate.Standing())!.Tick;
            await witness.Sees(seen + 16);
            Assert.Equal(DrillStatus.Running, (await grain.Show())!.Drill.Status);
        }

        Assert.Null(await grain.Finish());
        await host.DisposeAsync();
    }

    [Fact]
    public void ATimeThatNeverGoesBackPassesUntilTheMachinesHasCaughtUp()
    {
        var machine = new SettableTime();
        var time = new ForwardTime(machine);
        var start = time.GetUtcNow();
        machine.SetBy = TimeSpan.FromMinutes(-10);
        var later = time.GetUtcNow();
        Assert.InRange(later - start, TimeSpan.Zero, TimeSpan.FromMinutes(9));
        machine.SetBy = TimeSpan.FromMinutes(10);
        Assert.True(time.GetUtcNow() - later >= TimeSpan.FromMinutes(9));
    }

    /// <summary>The machine's clock, as somebody sets it.</summary>
    private sealed class SettableTime : TimeProvider
    {
        public TimeSpan SetBy { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + SetBy;
    }
}
