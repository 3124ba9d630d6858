using OpsGame.Server.Formats;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Verbs;

public class SettingTests
{
    [Fact]
    public void ASettingIsReadAsIfItWereInTheFile()
    {
        var varied = Read(
            "classes.browse.rate=90/s", "servers.server-1.roles.app.threads=24", "network=none", "database.slots=7",
            "classes.order.retry={attempts: 3, backoff: 1s}", "releases.v2.work.app=0.7", "faults.4.amount=5");
        var plain = Read();
        Assert.Equal(plain.Classes[0] with { RatePerSecond = 90 }, varied.Classes[0]);
        Assert.Equal(24, varied.Servers[0].Roles[1].Threads);
        Assert.Equal(new NetworkSpec(0, 0, 0, OtherZoneNs: 0), varied.Network);
        Assert.Equal(7, varied.Database!.Slots);
        Assert.Equal(new RetrySpec(3, Nanoseconds.PerSecond, 0), varied.Classes[1].Retry);
        Assert.Equal(0.7, varied.Releases[0].AppFactor);
        Assert.Equal("5", varied.Faults[3].Args["amount"]);
    }

    [Fact]
    public void ABlockLeftToItsDefaultsMayBeSetAndAnOnlyEntryHasItsKindsName()
    {
        var text = Example.With("score:\n", "scalers:\n  - {size: small, min: 1, max: 2}\nscore:\n");
        Setting[] settings = [new("scalers.scaler.cooldown", "0s"), new("operations.boot", "7s")];
        var varied = ScenarioReader.Read(text, "example.yaml", library: false, settings);

        Assert.Equal(0, varied.Scalers[0].Policy.CooldownNs);
        Assert.Equal(7 * Nanoseconds.PerSecond, varied.Operations.BootNs);
        var broken = Assert.Throws<ScenarioException>(() =>
            ScenarioReader.Read(text, "example.yaml", library: false, [new Setting("scalers.scale.cooldown", "0s")]));
        Assert.Equal("unknown-path", Assert.Single(broken.Problems).Code);
    }

    [Fact]
    public void AScenarioWithASettingHasAnotherHash()
    {
        Assert.NotEqual(Read().ContentHash, Read("cache.ttl=61s").ContentHash);
        Assert.Equal(Read("cache.ttl=61s").ContentHash, Read("cache.ttl=61s").ContentHash);
    }

    [Fact]
    public void AnEntrysNameMayHaveDots()
    {
        var text = Example.With("version: v2", "version: v2.1.0");
        var varied = ScenarioReader.Read(text, "example.yaml", library: false, [new Setting("releases.v2.1.0.errors", "0.5")]);
        Assert.Equal(0.5, varied.Releases[0].ErrorRate);
    }

    [Theory]
    [InlineData("classes.brows.rate=1/s", "unknown-path", "'classes' has no 'brows'; it has browse, order")]
    [InlineData("faults.9.at=1m", "unknown-path", "'faults' has no '9'; it has 1, 2, 3, 4")]
    [InlineData("duration.x=1", "unknown-path", "'duration' is a value and has nothing inside")]
    [InlineData("blancer.drain=1s", "unknown-key", "the scenario has no 'blancer'; did you mean 'balancer'?")]
    [InlineData("classes..rate=1/s", "unknown-path", "'classes' has no ''")]
    [InlineData("servers.server-1.roles.app.thred=1", "unknown-key", "app has no 'thred'; did you mean 'threads'?")]
    [InlineData("balancer.slowStart=5s", "unknown-key", "balancer has no 'slowStart'; did you mean 'slow-start'?")]
    [InlineData(
        "balancer.worker_connections=3", "unknown-key",
        "balancer has no 'worker_connections'; nginx's worker_connections is servers.roles.web.threads here")]
    [InlineData(
        "servers.server-1.roles.app.xyzzy=1", "unknown-key",
        "app has no 'xyzzy'; it may have cold-start, connections, discipline, idle-timeout")]
    [InlineData("cache.ttl=60", "wrong-unit", "'ttl' is '60' but should be a duration")]
    [InlineData("cache.ttl=", "wrong-type", "the value is missing")]
    [InlineData("cache.ttl=[", "syntax", "not readable as YAML")]
    [InlineData("cache.ttl=&a 1s", "anchor", "anchors")]
    public void AnUnknownSettingIsReported(string text, string code, string message)
    {
        var broken = Assert.Throws<ScenarioException>(() => Read(text));
        var problem = Assert.Single(broken.Problems);
        Assert.Equal(($"--set {text}", code), (problem.File, problem.Code));
        Assert.True(problem.Line >= 1);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classes.brows.rate=90/s", 2)]
    [InlineData("no-equals-sign", 1)]
    public async Task TheCommandReportsAWrongSetting(string setting, int expected)
    {
        var path = TempFile.Of("example.yaml", Example.Text);
        var (code, output, error) = await CommandLine.Run("simulate", path, "--set", setting);
        Assert.Equal(expected, code);
        Assert.DoesNotContain("ticks", output, StringComparison.Ordinal);
        Assert.Contains(setting, error, StringComparison.Ordinal);
    }

    private static Scenario Read(params string[] settings) => ScenarioReader.Read(
        Example.Text, "example.yaml", library: false,
        [.. settings.Select(text => Setting.TryParse(text, out var setting) ? setting : throw new ArgumentException(text))]);
}
