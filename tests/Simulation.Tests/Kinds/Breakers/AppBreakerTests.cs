using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Kinds.Breakers;

/// <summary>A web server's own circuit breaker around its calls to the application.</summary>
public sealed class AppBreakerTests
{
    private static readonly (string, string)[] Quick = [("window", "10"), ("calls", "10"), ("open", "30"), ("tries", "5")];
    private readonly Play _play = new Play(Unguarded()).Pass(5);

    [Fact]
    public void AServerWithABreakerFailsFastAndItsNeighbourWaits()
    {
        _play.Do("set-breaker", "web-1", Quick);
        foreach (var app in new[] { "app-1", "app-2", "app-3" }) _play.Do("close-firewall", app, ("from", "web"));
        _play.Pass(20);

        var (with, without) = (_play.Station("web-1/web").Lost, _play.Station("web-2/web").Lost);
        Assert.Equal((Circuit.Open, null), (Around("web-1"), Around("web-2")));
        Assert.True(with[Cause.CircuitOpen] > 500);
        // ten in vain open it, and whoever was on the way waits a second for nothing
        Assert.InRange(with[Cause.Unreachable], 10, 10 + 100);
        Assert.False(without.ContainsKey(Cause.CircuitOpen));
        Assert.True(without[Cause.Unreachable] > 500);
    }

    [Fact]
    public void AfterItsTimeAFewTrialCallsCloseTheBreaker()
    {
        _play.Do("set-breaker", "web-1", Quick).Do("restart-balancer", "inner").Pass(1);
        Assert.Equal(Circuit.Open, Around("web-1"));

        _play.Pass(28);
        Assert.Equal(Circuit.Open, Around("web-1"));
        _play.Pass(5);
        Assert.Equal(Circuit.Closed, Around("web-1"));
    }

    [Fact]
    public void SettingABreakerCanBeUndone()
    {
        var first = _play.Does("set-breaker", "web-1", Quick);
        var second = _play.Does("set-breaker", "web-1", ("on", "false"));
        Assert.Null(_play.Server("web-1").Breaker);

        _play.TakesBack(second, second.Undo!);

        Assert.Equal(new BreakerSpec(0.5, 10, 10, Estates.Seconds(30), 5), _play.Server("web-1").Breaker);
        Assert.Equal("app-breaker-set", first.Code);
    }

    [Fact]
    public void ItsFormStartsFromWhatIsSet()
    {
        Assert.Equal("false", Present()["on"]);

        _play.Does("set-breaker", "web-1", [("errors", "0.3"), .. Quick]);

        Assert.Equal(("true", "0.3", "10", "30"), (Present()["on"], Present()["errors"], Present()["window"], Present()["open"]));
    }

    [Fact]
    public void AServerThatCallsNoApplicationHasNoBreaker()
    {
        Assert.Equal("role-missing", _play.Does("set-breaker", "app-1").Code);
        Assert.Equal("role-missing", Preview.Of(_play.World, _play.Command("ann", "set-breaker", "db-1")).Refusal?.Code);
    }

    [Fact]
    public void AWindowThatCannotHoldItsCallsChangesNothing()
    {
        _play.Does("set-breaker", "web-1", Quick);
        var before = _play.Server("web-1");

        Assert.Equal("breaker-window-short", _play.Does("set-breaker", "web-1", ("window", "5"), ("calls", "6")).Code);

        Assert.Equal(before.Breaker, _play.Server("web-1").Breaker);
    }

    [Fact]
    public void AServerThatIsBoughtIsGuardedAsTheFirstOneIs()
    {
        _play.Do("set-breaker", "web-1", Quick).Pass(1).Do("add-server", "rack-a", ("size", "size")).Pass(30);

        Assert.Equal(_play.Server("web-1").Breaker, _play.Server("web-3").Breaker);
        Assert.Equal(Circuit.Closed, Around("web-3"));
    }

    private Circuit? Around(string server) => _play.Telemetry(server).Roles.First(role => role.Role == Role.Web).Breaker;

    private System.Collections.Immutable.ImmutableSortedDictionary<string, string> Present() =>
        Preview.Of(_play.World, _play.Command("ann", "set-breaker", "web-1")).Present;

    /// <summary>Two web servers and three with the application; nobody tries again, and nothing else gives up early.</summary>
    private static Scenario Unguarded()
    {
        var tiered = Estates.Tiered();
        return tiered with
        {
            Classes = [.. tiered.Classes.Select(users => users with { Cacheable = false, Retry = new RetrySpec(1, 0, 0) })],
            AppBreaker = null,
            Database = tiered.Database! with { Breaker = null },
            Balancer = tiered.Balancer! with { Limits = BalancerLimits.None },
            Inner = tiered.Inner! with { Limits = BalancerLimits.None },
            Scalers = [],
        };
    }
}
