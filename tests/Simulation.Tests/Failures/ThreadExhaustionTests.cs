using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 7. A slow dependency holds every thread; the processors are idle.</summary>
public sealed class ThreadExhaustionTests
{
    [Fact]
    public void ThreadsAreBusyWhileTheCpuIsIdle()
    {
        var seen = Slow().Watch(60);

        Assert.True(seen.ThreadsBusy("app-1") > 0.98);
        Assert.True(seen.Cpu("app-1") < 0.5);
        Assert.True(seen.Goodput < 20);
    }

    [Fact]
    public void MoreThreadsCure()
    {
        var play = Slow();
        foreach (var server in new[] { "app-1", "app-2" })
            play.Do("change-threads", server, ("role", "app"), ("processes", "2"), ("threads", "32"));
        var seen = play.Pass(30).Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.True(seen.ThreadsBusy("app-1") < 0.7);
    }

    [Fact]
    public void MoreThreadsThanTheDatabaseCanServeDoNotHelp()
    {
        var play = Slow(amount: 100);
        foreach (var server in new[] { "app-1", "app-2" })
            play.Do("change-threads", server, ("role", "app"), ("processes", "4"), ("threads", "64"));

        Assert.True(play.Pass(10).Watch(60).Goodput < 20);
    }

    [Fact]
    public void FasterProcessorsDoNotHelp()
    {
        var seen = Slow(size: "large").Watch(60);

        Assert.True(seen.Cpu("app-1") < 0.2);
        Assert.True(seen.Goodput < 20);
    }

    [Fact]
    public void WithAHealthyDatabaseNothingHappens()
    {
        var seen = new Play(Few("size")).Pass(40).Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.True(seen.ThreadsBusy("app-1") < 0.5);
    }

    private static Play Slow(string size = "size", double amount = 40) =>
        new Play(Few(size)).Pass(20).Fault("database-slow", "database", seconds: 600, amount: amount).Pass(20);

    /// <summary>A database that takes 64 calls at a time, and 16 threads a server to call it.</summary>
    private static Scenario Few(string size)
    {
        var shop = Shop.Of(120).Threaded(2, 8).Asked(users => users with { Db = Estates.Fixed(10) });
        return shop.Built(server => server with { Size = server.Id == "db-1" ? "vast" : size }) with
        {
            Sizes = [.. shop.Sizes, new SizeSpec("vast", 64, 65_536, 1_000_000_000)],
        };
    }
}
