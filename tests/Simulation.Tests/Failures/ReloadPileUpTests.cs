using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 19. Something reloads the application every few seconds; a few long requests pin the processes of every generation,
/// memory climbs to the limit, and the kernel kills.
/// </summary>
public sealed class ReloadPileUpTests
{
    [Fact]
    public void MemoryClimbsToTheLimitAndTheKernelKills()
    {
        var play = Estate();

        Assert.InRange(Reloading(play, every: 5), 0.9, 1);
        Assert.Contains("process-killed", play.Codes);
        Assert.True(play.Failed > 10);
    }

    [Fact]
    public void AWorkerShutdownTimeoutCures()
    {
        var play = Estate();

        Assert.True(Reloading(play, every: 5, shutdown: "8") < 0.75);
        Assert.DoesNotContain("process-killed", play.Codes);
        // the price: long reports that a reload meets are cut; the shop's own requests are not
        Assert.Empty(play.World.Report().Classes.First(users => users.Id == "users").Failed);
    }

    [Fact]
    public void ReloadingLessOftenThanTheLongestRequestLastsCures()
    {
        var play = Estate();

        Assert.True(Reloading(play, every: 75) < 0.75);
        Assert.DoesNotContain("process-killed", play.Codes);
        Assert.Equal(0, play.Failed);
    }

    [Fact]
    public void ARestartDoesNotHelpWhileReloadsContinue()
    {
        var play = Estate();
        Reloading(play, every: 5);
        play.Restart("app-1").Pass(10);
        var before = play.Codes.Count(code => code == "process-killed");

        Reloading(play, every: 5);

        Assert.True(play.Codes.Count(code => code == "process-killed") > before);
    }

    [Fact]
    public void WithoutReloadsNothingHappens()
    {
        var seen = Estate().Watch(150);

        Assert.Equal(0, seen.Failures);
        Assert.True(seen.MemoryMost("app-1") < 0.4);
    }

    /// <summary>Two and a half minutes of it; the most of the memory that was taken.</summary>
    private static double Reloading(Play play, int every, string shutdown = "0")
    {
        double most = 0;
        for (var second = 0; second < 150; second += every)
        {
            play.Do("reload", "app-1", ("role", "app"), ("shutdown", shutdown));
            most = Math.Max(most, play.Watch(every).MemoryMost("app-1"));
        }

        return most;
    }

    /// <summary>
    /// Two processes of 232 MiB a generation on 3 GiB; every other second a report comes that takes a minute of the database.
    /// </summary>
    private static Play Estate()
    {
        var shop = Shop.Of(40, servers: 1);
        var reports = shop.Classes[0] with
        {
            Id = "reports", RatePerSecond = 0.5, App = Estates.Fixed(1), Db = Estates.Fixed(60_000), PatienceNs = 0,
            TargetNs = Estates.Seconds(120),
        };
        return new Play(shop with
        {
            Classes = [shop.Classes[0], reports],
            Sizes = [shop.Sizes[0] with { MemoryMiB = 3072 }, new SizeSpec("large", 64, 65_536, 1_000_000_000)],
            Servers =
            [
                .. shop.Servers.Select(server => server with
                {
                    Roles =
                    [
                        .. server.Roles.Select(role => role.Role switch
                        {
                            Role.Web => role with { Threads = 200 },
                            Role.App => role with { Threads = 32, ThreadMiB = 1 },
                            _ => role,
                        }),
                    ],
                }),
            ],
        }).Pass(20);
    }
}
