using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

internal sealed class BalancerKind()
    : Kind<BalancerState, BalancerInput, BalancerTelemetry>(BalancerState.Kind, Stage.Traffic, BalancerRules.Tick)
{
    public static AlertKind NoHealthyTargetAlert { get; } =
        new("alert-no-healthy-target", Nearness.LeftOut, Critical: true, HurtsUsers: true);

    public static AlertKind TargetUnhealthyAlert { get; } = new("alert-target-unhealthy", Nearness.LeftOut);

    /// <summary>The probes that had finished.</summary>
    internal override bool Forgets(DataPlane plane) => true;

    internal override ImmutableArray<BalancerState> Initial(Scenario scenario, ulong seed) =>
    [
        .. new[] { scenario.Balancer, scenario.Inner }.OfType<BalancerSpec>()
            .Select((spec, index) => InitialState.Of(spec, scenario, new Draw(seed, Purpose.ProbePhase, (ulong)index))),
    ];

    internal override ImmutableArray<BalancerInput> Inputs(IRound round, bool resting)
    {
        var (conditions, telemetry) = (round.Conditions(), round.Telemetry<BalancerTelemetry>());
        return
        [
            .. round.States<BalancerState>().Select((balancer, index) => new BalancerInput(
                balancer.Id, round.NowNs, round.CommandsFor(balancer.Id), telemetry[index], conditions,
                round.States<CertificateState>(), round.Scenario.Operations.RestartNs,
                BalancerRules.ShakesHands(balancer, round))),
        ];
    }

    internal override BalancerInput With(BalancerInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override BalancerTelemetry Observe(DataPlane plane, BalancerState state) =>
        plane.Balancer(state.Id).Telemetry();

    internal override ImmutableArray<Reading> Readings(BalancerState state, BalancerTelemetry now) =>
    [
        new("requests", now.Arrived), new("errors", now.Failed), .. LatencyReadings.Of(now.Latency),
        new("handshakes", now.Handshakes), new("tlsQueue", now.TlsQueue),
        new("healthy",
            state.Targets.Count(target => target.Health == TargetHealth.Healthy && target.Attachment == Attachment.Attached)),
        new("waiting", now.Queue), new("connections", now.Targets.Sum(target => target.Connections)),
    ];

    internal override IEnumerable<Operation> UnderWay(BalancerState state, OperationsSpec takes)
    {
        if (state.DownUntilNs > 0) yield return new Operation("restart", "", state.DownUntilNs);
        foreach (var target in state.Targets)
            if (target.Attachment == Attachment.Draining)
                yield return new Operation("drain", target.Server, target.DrainEndsNs, Bound.AtMost, Drains: true);
    }

    internal override IEnumerable<Finding> Findings(IRound round, DataPlane plane)
    {
        foreach (var balancer in round.States<BalancerState>())
        {
            if (balancer.FailOpen) yield return new Finding(NoHealthyTargetAlert, balancer.Id, [balancer.Id]);
            foreach (var target in balancer.Targets)
            {
                if (target is { Attachment: Attachment.Attached, Health: TargetHealth.Unhealthy })
                    yield return new Finding(TargetUnhealthyAlert, target.Server, [target.Server]);
            }
        }
    }
}
