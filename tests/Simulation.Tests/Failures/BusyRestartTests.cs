using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// A liveness check with too short a timeout takes busy processes for dead ones. Each restart gives the others more to do, until
/// they are taken for dead as well, long after the surge that began it.
/// </summary>
public sealed class BusyRestartTests
{
    [Fact]
    public void ProcessesThatAreOnlyBusyAreRestartedLongAfterTheSurge()
    {
        var play = Surged(timeout: 1);
        var seen = play.Watch(60);

        Assert.True(Restarts(play) > 8, $"{Restarts(play)}");
        Assert.True(seen.FailureShare > 0.1, $"{seen.FailureShare}");
    }

    [Fact]
    public void ALongerTimeoutCures()
    {
        var play = Surged(timeout: 1);
        foreach (var server in Servers)
            play.Do("set-server-check", server, ("interval", "5"), ("timeout", "4"), ("unhealthyAfter", "3"));
        play.Pass(60);
        var before = Restarts(play);

        Assert.True(play.Watch(60).FailureShare < 0.001);
        Assert.Equal(before, Restarts(play));
    }

    [Fact]
    public void RestartingThemByHandDoesNotHelp()
    {
        var play = Surged(timeout: 1);
        foreach (var server in Servers) play.Restart(server).Pass(10);

        Assert.True(play.Watch(60).FailureShare > 0.1);
    }

    [Fact]
    public void WithoutTheCheckTheSurgePasses() => Assert.True(Surged(timeout: null).Watch(60).FailureShare < 0.001);

    [Fact]
    public void WithoutTheSurgeNobodyIsRestarted()
    {
        var play = Tight(1).Pass(120);
        Assert.Equal(0, Restarts(play));
        Assert.Equal(0, play.Failed);
    }

    private static readonly string[] Servers = ["app-1", "app-2", "app-3", "app-4"];

    private static int Restarts(Play play) => play.Codes.Count(code => code == "liveness-failed");

    private static Play Surged(double? timeout) =>
        Tight(timeout).Pass(10).Fault("traffic-surge", "users", seconds: 20, amount: 1.5).Pass(50);

    /// <summary>
    /// A check needs a web thread like anybody else, and there are just enough of them; processes need a quarter minute to start.
    /// </summary>
    private static Play Tight(double? timeout) =>
        new(Slow(Shop.Of(340, servers: 4)).Threaded(2, 32).Built(server => server with
        {
            Checks = timeout is { } seconds && server.Id != "db-1"
                ? new OwnChecks(null, new OwnCheck(false, 0, Estates.Seconds(5), Estates.Seconds(seconds), 2, 1), null)
                : null,
            Roles = [.. server.Roles.Select(role => role.Role == Role.Web ? role with { Threads = 40, QueueLimit = 150 } : role)],
        }));

    private static Scenario Slow(Scenario shop) =>
        shop with { Operations = shop.Operations with { RestartNs = Estates.Seconds(15) } };
}
