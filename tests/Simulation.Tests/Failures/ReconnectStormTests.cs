using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests.Failures;

/// <summary>
/// Failure 20, its first half. Browsers keep their connections, so the balancer's cores have little to do, until it restarts:
/// then everybody connects anew, without a ticket, and who waits too long gives up and begins again. The work done for those who
/// have gone is lost, and the storm outlives its cause.
/// </summary>
public sealed class ReconnectStormTests
{
    [Fact]
    public void AfterARestartHandshakesUseUpTheCpuForever()
    {
        var seen = Storm().Watch(60);

        Assert.True(seen.HandshakesBusy > 0.95);
        Assert.True(seen.HandshakesQueuedMost > 500);
        Assert.True(seen.Goodput < 0.1 * seen.Offered, $"{seen.Goodput} of {seen.Offered}");
        Assert.True(seen.Cpu("app-1") < 0.2);
    }

    [Fact]
    public void LimitingHandshakesCures()
    {
        var seen = Storm().Do("set-handshake-limit", "balancer", ("handshakes", "300")).Pass(120).Watch(30);

        Assert.True(seen.Goodput > 0.97 * seen.Offered, $"{seen.Goodput} of {seen.Offered}");
        Assert.True(seen.HandshakesBusy < 0.5);
    }

    [Fact]
    public void AnotherRestartAndMoreServersDoNotHelp()
    {
        var restarted = Storm().Do("restart-balancer", "balancer").Pass(120).Watch(30);
        var larger = Storm().Buy(2).Pass(80).Watch(30);

        Assert.True(restarted.Goodput < 0.1 * restarted.Offered);
        Assert.True(larger.Goodput < 0.1 * larger.Offered);
    }

    [Fact]
    public void WithoutTheRestartNothingHappens()
    {
        var seen = new Play(Busy()).Pass(60).Watch(60);

        Assert.Equal(0, seen.Failures);
        Assert.True(seen.HandshakesBusy < 0.2);
    }

    [Fact]
    public void TicketsThatOutliveARestartLeaveNoStorm()
    {
        var shared = Busy();
        var seen = Crash(shared with { Tls = shared.Tls! with { SharedTickets = true } }).Pass(30).Watch(30);

        Assert.Equal(0, seen.Failures);
    }

    /// <summary>600 requests/s of 20 000 browsers; a full handshake takes 2.5 ms of the one core, a resumed one 0.2 ms.</summary>
    private static Scenario Busy() => Shop.Of(600, servers: 4).From(20_000).Asked(users => users with
    {
        App = Estates.Exp(2), Db = Estates.Exp(2), Retry = new RetrySpec(3, Estates.Seconds(0.5), 0.5),
    }) with
    {
        Tls = Entry.Tls(TlsEnd.Balancer, fullMs: 2.5, cores: 1),
    };

    private static Play Crash(Scenario scenario) => new Play(scenario).Pass(30).Fault("balancer-crash", "balancer", 1).Pass(10);

    private static Play Storm() => Crash(Busy()).Pass(50);
}
