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
