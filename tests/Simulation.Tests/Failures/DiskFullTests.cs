using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>Failure 25. Debug logging is left on; the disk fills, and then the application answers with errors.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public void EveryRequestToAFullDiskFailsAfterAnAlertWhileTheHealthCheckPasses()
    {
        var play = Flooded().Watched(out var seen);

        Assert.InRange(seen.FailureShare, 0.45, 0.55);
        Assert.Equal(seen.Failures, seen.Failed(Cause.DiskFull));
        Assert.Equal(2, seen.HealthyLeast);
        Assert.Equal(1, play.Telemetry("app-1").DiskShare);
        var codes = play.Codes.ToList();
        Assert.InRange(codes.IndexOf("alert-disk"), 0, codes.IndexOf("alert-errors") - 1);
    }

    [Fact]
    public void RotationCuresAtOnce() =>
        Assert.Equal(0, Flooded().Do("rotate-logs", "app-1", ("keep", "500")).Pass(5).Watch(60).Failures);

    [Fact]
    public void ClearingLogsCuresUntilTheDiskIsFullAgain()
    {
        var play = Flooded().Do("clear-logs", "app-1").Pass(4.75);
        Assert.Equal(1, play.Telemetry("app-1").DiskShare);
        play.Pass(0.5);
        Assert.InRange(play.Telemetry("app-1").DiskShare, 0, 0.01);

        Assert.Equal(0, play.Pass(5).Watch(20).Failures);
        Assert.True(play.Pass(60).Watch(20).Failed(Cause.DiskFull) > 400);
    }

    [Fact]
    public void ARestartDoesNotHelp() => Assert.InRange(Flooded().Restart("app-1").Pass(15).Watch(60).FailureShare, 0.45, 0.55);

    [Fact]
    public void MoreServersOnlyLeaveItASmallerShareToFail() => Assert.InRange(Flooded().Buy(2).Watch(60).FailureShare, 0.2, 0.3);

    [Fact]
    public void WithUsualLogsNothingHappens()
    {
        var play = Calm();

        Assert.Equal(0, play.Pass(100).Watch(60).Failures);
        Assert.InRange(play.Telemetry("app-1").DiskShare, 0.01, 0.1);
    }

    [Fact]
    public void OnADatabasesFullDiskWritesFailAndReadsDoNot()
    {
        var scenario = Logged().Asked(users => users with { WriteShare = 0.25, Keys = 1000 });
        var seen = new Play(scenario).Pass(20).Fault("log-flood", "db-1", seconds: 600, amount: 1000).Pass(40).Watch(60);

        Assert.InRange(seen.FailureShare, 0.23, 0.27);
        Assert.Equal(seen.Failures, seen.Failed(Cause.DiskFull));
    }

    [Fact]
    public void ARequestLogsAsMuchAsItsRoleSays()
    {
        var play = new Play(Logged()).Pass(30);
        var app = play.Station("app-1/app").Completed;

        Assert.Equal(app * 10 / 1024.0 / 1024.0, play.Telemetry("app-1").DiskShare, 12);
    }

    [Fact]
    public void ImpossibleLogSettingsAreRefused()
    {
        var play = new Play(Logged()).Do("rotate-logs", "app-1", ("keep", "1024")).Pass(1);
        Assert.Contains("rotation-too-big", play.Codes);

        var endless = new Play(Shop.Of(10)).Do("clear-logs", "app-1").Pass(1);
        Assert.Contains("disk-endless", endless.Codes);
    }

    private static Play Calm() => new Play(Logged()).Pass(20);

    /// <summary>10 KiB a request, 100 times as much: thirty MiB a second.</summary>
    private static Play Flooded() => Calm().Fault("log-flood", "app-1", seconds: 3600, amount: 100).Pass(60);

    private static Scenario Logged()
    {
        var shop = Shop.Of(60);
        return shop with
        {
            Sizes = [.. shop.Sizes.Select(size => size with { DiskMiB = 1024 })],
            Servers =
            [
                .. shop.Servers.Select(server => server with
                {
                    Roles = [.. server.Roles.Select(role => role with { LogKiB = role.Role == Role.Web ? 0 : 10 })],
                }),
            ],
        };
    }
}

file static class Watched60
{
    public static Play Watched(this Play play, out Seen seen)
    {
        seen = play.Watch(60);
        return play;
    }
}
