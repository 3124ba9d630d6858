using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Balancers;

/// <summary>Whom a balancer leaves out for its failures, and whom it trusts when few are left.</summary>
public sealed class EjectionRulesTests
{
    private static readonly BalancerState Four = Acting.World().Balancers[0] with
    {
        Targets = [Target("web-1"), Target("web-2"), Target("web-3"), Target("web-4")],
        Forwarding = Forwarding.None with { Ejection = EjectionPolicy.None with { Failures = 5, Share = 0.5 } },
    };

    [Fact]
    public void ATargetIsLeftOutForAWhileAndThenComesBack()
    {
        var outcome = Tick(Four, seconds: 10, "web-2");
        Assert.Equal(Estates.Seconds(40), outcome.State.Targets[1].EjectedUntilNs);
        Assert.Contains(new SetTarget(Four.Id, "web-2", Serving: false, Fresh: true), outcome.Directives);

        Assert.Empty(Tick(outcome.State, seconds: 39.75).Directives);
        var back = Tick(outcome.State, seconds: 40);
        Assert.Contains(new SetTarget(Four.Id, "web-2", Serving: true, Fresh: true), back.Directives);
        Assert.Equal(["target-readmitted"], back.Events.Select(told => told.Code));
    }

    /// <summary>30, 60, 90 … but never more than 300 s.</summary>
    [Fact]
    public void EveryTimeItIsLeftOutLonger()
    {
        var (state, at, lasted) = (Four, 10.0, new List<double>());
        for (var time = 0; time < 12; time++)
        {
            state = Tick(state, at, "web-1").State;
            var until = state.Targets[0].EjectedUntilNs / 1e9;
            lasted.Add(until - at);
            state = Tick(state, at = until).State;
        }

        Assert.Equal([.. Enumerable.Range(1, 12).Select(time => Math.Min(300.0, 30 * time))], lasted);
    }

    [Fact]
    public void WhoBehavesIsForgiven()
    {
        var state = Tick(Four, 10, "web-1").State;
        state = Tick(state, 40).State;
        Assert.Equal(1, state.Targets[0].Ejections);
        Assert.Equal(1, Tick(state, 69.75).State.Targets[0].Ejections);
        Assert.Equal(0, Tick(state, 70).State.Targets[0].Ejections);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.49, 1)]
    [InlineData(0.5, 2)]
    [InlineData(1, 4)]
    public void OneMayAlwaysBeLeftOutAndNoMoreThanTheShare(double share, int ejected)
    {
        var state = Four with
        {
            Forwarding = Four.Forwarding with { Ejection = Four.Forwarding.Ejection with { Share = share } },
        };

        var all = Tick(state, 10, "web-1", "web-2", "web-3", "web-4").State;

        Assert.Equal(ejected, all.Targets.Count(target => target.EjectedUntilNs > 0));
        Assert.Equal(ejected == 4, all.FailOpen);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0.5, 1, true)]
    [InlineData(0.5, 2, false)]
    [InlineData(1, 3, true)]
    public void BelowThePanicThresholdAllAreUsed(double panic, int healthy, bool open)
    {
        var outcome = Tick(Healthy(healthy) with { Panic = panic }, 10);

        Assert.Equal(open, outcome.State.FailOpen);
        Assert.Equal(open ? ["balancer-panics"] : [], outcome.Events.Select(told => told.Code));
        Assert.Equal(open ? 4 - healthy : 0, outcome.Directives.OfType<SetTarget>().Count(set => set.Serving));
    }

    [Theory]
    [InlineData(WhenNoneHealthy.FailOpen, 4)]
    [InlineData(WhenNoneHealthy.Refuse, 0)]
    public void WithoutAHealthyTargetItDoesWhatItIsTold(WhenNoneHealthy then, int serve)
    {
        var outcome = Tick(Healthy(0) with { WhenNoneHealthy = then }, 10);

        Assert.Equal(serve, outcome.Directives.OfType<SetTarget>().Count(set => set.Serving));
    }

    /// <summary>Until N failures in a row, of each q: (1 − qᴺ) / (qᴺ(1 − q)) requests in the mean.</summary>
    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.3, 3)]
    [InlineData(0.7, 8)]
    public void SoManyInARowComeAsSeldomAsTheySay(double fails, int inRow)
    {
        var (watch, luck) = (new FailureWatch(), new Draw(1, Purpose.Retry, 0));
        var policy = EjectionPolicy.None with { Failures = inRow };
        var (requests, trips) = (0, 0);
        for (; trips < 20_000; requests++)
        {
            watch.Judge(luck.Unit((ulong)requests) < fails, policy, requests);
            if (!watch.Tripped) continue;
            trips++;
            watch.Clear();
        }

        var all = Math.Pow(fails, inRow);
        Assert.InRange(requests / (double)trips / ((1 - all) / (all * (1 - fails))), 0.97, 1.03);
    }

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(2.1, false)]
    public void SoManyWithinATimeCountEvenWithSuccessesBetween(double apart, bool trips)
    {
        var watch = new FailureWatch();
        var policy = EjectionPolicy.None with { Failures = 6, WithinNs = Estates.Seconds(10) };
        for (var failure = 0; failure < 6; failure++)
        {
            watch.Judge(failed: true, policy, Estates.Seconds(failure * apart));
            watch.Judge(failed: false, policy, Estates.Seconds(failure * apart));
        }

        Assert.Equal(trips, watch.Tripped);
    }

    private static BalancerState Healthy(int count) => Four with
    {
        Targets =
        [
            .. Four.Targets.Select((target, index) =>
                target with { Health = index < count ? TargetHealth.Healthy : TargetHealth.Unhealthy }),
        ],
    };

    private static TargetState Target(string server) => new(
        server, Attachment.Attached, TargetHealth.Healthy, 0, 0, long.MaxValue, ProbeResult.None, 0, 0);

    private static Outcome<BalancerState> Tick(BalancerState state, double seconds, params string[] tripped) =>
        BalancerRules.Tick(state, new BalancerInput(
            state.Id, Estates.Seconds(seconds), [],
            new BalancerTelemetry(
                state.Id, 0, 0, 0, default,
                [.. state.Targets.Select(target => new TargetTelemetry(
                    target.Server, 0, 0, Tripped: tripped.Contains(target.Server)))], []),
            [.. state.Targets.Select(target => new ServerCondition(
                target.Server, Lifecycle.Running, "v1", IsTarget: true, "balancer"))], []));
}
