using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 33. The balancer keeps connections longer than the servers do, so now and then a request meets one that its server is
/// just closing: some 502, at quiet hours most, and nothing in the servers' logs.
/// </summary>
public sealed class KeepAliveRaceTests
{
    [Fact]
    public void NowAndThenARequestMeetsAClosingConnection()
    {
        var seen = new Play(Closing(balancerSeconds: 60, serverSeconds: 0.1)).Pass(10).Watch(600);

        // six requests a second and server, the two ways 1 ms: about 6 · 1 ms · e^(−6 · 0.1 s) of 7200
        Assert.InRange(seen.Failed(Cause.ConnectionClosed), 10, 40);
        Assert.Equal(seen.Failures, seen.Failed(Cause.ConnectionClosed));
    }

    [Fact]
    public void ABalancerThatClosesFirstCures()
    {
        var play = new Play(Closing(balancerSeconds: 60, serverSeconds: 0.1)).Pass(10);

        Assert.Equal(0, play.Do("set-idle-timeout", "balancer", ("seconds", "0.09")).Pass(2).Watch(600).Failures);
    }

    [Fact]
    public void TryingTheNextServerHidesIt()
    {
        var play = new Play(Closing(balancerSeconds: 60, serverSeconds: 0.1)).Pass(10);

        Assert.Equal(0, play.Do("set-retries", "balancer", ("attempts", "2")).Pass(2).Watch(600).Failures);
    }

    /// <summary>Each of them has longer gaps then.</summary>
    [Fact]
    public void MoreServersDoNotHelp()
    {
        var few = new Play(Closing(60, 0.1)).Pass(50).Watch(600).Failures;
        var more = new Play(Closing(60, 0.1)).Pass(10).Buy(1).Watch(600).Failures;

        Assert.True(more >= few / 2, $"{few}, {more}");
    }

    [Fact]
    public void WithoutTheShorterTimeoutNothingHappens() =>
        Assert.Equal(0, new Play(Closing(balancerSeconds: 60, serverSeconds: 75)).Pass(10).Watch(600).Failures);

    private static Scenario Closing(double balancerSeconds, double serverSeconds)
    {
        var shop = Shop.Of(12).Asked(users => users with { App = Estates.Exp(10), Db = Estates.Exp(2) })
            .Built(server => server with
            {
                Roles = [.. server.Roles.Select(role => role with { IdleTimeoutNs = Estates.Seconds(serverSeconds) })],
            });
        return shop with
        {
            Balancer = shop.Balancer! with
            {
                Forwarding = Forwarding.None with { IdleTimeoutNs = Estates.Seconds(balancerSeconds) },
            },
        };
    }
}
