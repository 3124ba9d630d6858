using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 24. A release keeps some memory of every request; hours later (here: a minute) the kernel kills its processes.
/// </summary>
public sealed class MemoryLeakTests
{
    [Fact]
    public void MemoryGrowsUntilTheKernelKillsAgainAndAgain()
    {
        var play = Rolled("leaky");
        var seen = play.Watch(180);

        Assert.True(Kills(play) >= 4);
        Assert.True(seen.MemoryMost("app-1") > 0.95);
        Assert.True(seen.Failed(Cause.Cut) > 0);
    }

    [Fact]
    public void RollingBackCures()
    {
        var play = Rolled("leaky").Pass(60).Do("roll-back", "rollout").Pass(90);
        var before = Kills(play);

        var seen = play.Watch(180);

        Assert.Equal(before, Kills(play));
        Assert.Equal(0, seen.Failures);
    }

    [Fact]
    public void RestartingOnlyBuysTime()
    {
        var play = Rolled("leaky").Pass(60).Restart("app-1", "app-2").Pass(15);
        var before = Kills(play);
        Assert.Equal(0, play.Watch(20).Failures);

        play.Pass(160);

        Assert.True(Kills(play) > before);
    }

    [Fact]
    public void MoreServersOnlyBuyTime()
    {
        var play = Rolled("leaky").Buy(2);
        var before = Kills(play);

        play.Pass(240);

        Assert.True(Kills(play) > before);
    }

    [Fact]
    public void AReleaseThatLeaksNothingIsNeverKilled()
    {
        var play = Rolled("sound");

        Assert.Equal(0, play.Watch(180).Failures);
        Assert.Equal(0, Kills(play));
    }

    private static int Kills(Play play) => play.Codes.Count(code => code == "process-killed");

    /// <summary>Thirty requests a second and server, 1 MiB each: 2.4 GiB are full after a minute.</summary>
    private static Play Rolled(string version)
    {
        var shop = Shop.Of(60);
        return new Play(shop with
        {
            Sizes = [.. shop.Sizes.Select(size => size.Id == "size" ? size with { MemoryMiB = 4096 } : size)],
            Releases = [Shop.Release("leaky", 1, 0) with { LeakKiB = 1024 }, Shop.Release("sound", 1, 0)],
        }).Pass(10).Do("start-rollout", "rollout", ("version", version), ("fraction", "0.5"), ("drain", "5"), ("bake", "5"))
        .Pass(70);
    }
}
