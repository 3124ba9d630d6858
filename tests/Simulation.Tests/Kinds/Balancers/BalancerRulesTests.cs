using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds.Balancers;

public class BalancerRulesTests
{
    private static readonly BalancerState Two =
        Acting.World().Balancers[0] with { Targets = [Target("web-1"), Target("web-2")] };

    [Fact]
    public void TheOuterAndTheInnerBalancerAreBalancers()
    {
        var world = Acting.World(Estates.Tiered());
        Assert.All(["balancer", "inner"], id => Assert.Equal(BalancerState.Kind, world.KindOf(id)));
        Assert.Contains("set-health-check", Acting.ActionsOn(BalancerState.Kind));
        Assert.Equal(["balancer-crash"], Acting.FaultsOf(BalancerState.Kind));
    }

    [Fact]
    public void ATargetIsUnhealthyAfterAsManyFailedChecksAsAreSet()
    {
        var once = Tick(Two, probes: [Failed("web-1")]);
        Assert.Equal(TargetHealth.Healthy, once.State.Targets[0].Health);
        Assert.Empty(once.Events);

        var twice = Tick(once.State, probes: [Failed("web-1")]);
        Assert.Equal([TargetHealth.Unhealthy, TargetHealth.Healthy], twice.State.Targets.Select(target => target.Health));
        Assert.Contains(new SetTarget(Two.Id, "web-1", Serving: false, Fresh: true), twice.Directives);
        Assert.Equal(["target-unhealthy"], twice.Events.Select(told => told.Code));
    }

    [Fact]
    public void AGoodCheckBetweenTwoFailedOnesStartsTheCountAgain()
    {
        var state = Tick(Two, probes: [Failed("web-1")]).State;
        state = Tick(state, probes: [new Probe("web-1", ProbeResult.Ok, 1)]).State;
        state = Tick(state, probes: [Failed("web-1")]).State;
        Assert.Equal((TargetHealth.Healthy, 1), (state.Targets[0].Health, state.Targets[0].FailedInRow));
    }

    [Fact]
    public void WithoutAHealthyTargetItFailsOpen()
    {
        var almost = Two with { Targets = [.. Two.Targets.Select(target => target with { FailedInRow = 1 })] };
        var open = Tick(almost, probes: [Failed("web-1"), Failed("web-2")]);
        Assert.True(open.State.FailOpen);
        Assert.Contains("balancer-fails-open", open.Events.Select(told => told.Code));
        Assert.DoesNotContain(open.Directives.OfType<SetTarget>(), directive => !directive.Serving);
    }

    [Theory]
    [InlineData(0, 1, Attachment.Detached, false)]
    [InlineData(3, 1, Attachment.Draining, false)]
    [InlineData(3, 10, Attachment.Detached, true)]
    public void DrainingEndsWithTheLastRequestOrCutsTheRestWhenTheDelayIsOver(
        int outstanding, double seconds, Attachment then, bool cuts)
    {
        var draining = Two with
        {
            Targets = [Target("web-1") with { Attachment = Attachment.Draining, DrainEndsNs = Estates.Seconds(10) },
                Target("web-2")],
        };
        var outcome = Tick(draining, outstanding: outstanding, seconds: seconds);
        Assert.Equal(then, outcome.State.Targets[0].Attachment);
        Assert.Equal(cuts, outcome.Directives.Contains(new CutTarget(Two.Id, "web-1")));
    }

    private static TargetState Target(string server) => new(
        server, Attachment.Attached, TargetHealth.Healthy, 0, 0, long.MaxValue, ProbeResult.None, 0, 0);

    private static Probe Failed(string server) => new(server, ProbeResult.Failed, 1);

    private static Outcome<BalancerState> Tick(
        BalancerState state, ImmutableArray<Probe>? probes = null, int outstanding = 0, double seconds = 1) =>
        BalancerRules.Tick(state, new BalancerInput(
            state.Id, Estates.Seconds(seconds), [],
            new BalancerTelemetry(
                state.Id, 0, 0, 0, default, [new TargetTelemetry("web-1", outstanding, 0)], probes ?? []),
            [Running("web-1"), Running("web-2")], []));

    private static ServerCondition Running(string id) => new(id, Lifecycle.Running, "v1", IsTarget: true, "balancer");
}
