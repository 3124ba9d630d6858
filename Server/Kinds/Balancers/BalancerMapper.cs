using System.Runtime.InteropServices;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Balancers;

internal sealed class BalancerMapper : PartMapper<BalancerState, BalancerTelemetry, BalancerView>
{
    private readonly Dictionary<string, Seen[]> _targets = new(StringComparer.Ordinal);

    protected override BalancerView View(BalancerState balancer, BalancerTelemetry? now, Scenario scenario) => new(
        balancer.Id, Kebab.Of(balancer.Algorithm), balancer.FailOpen, View(balancer.Check), Seconds(balancer.DrainNs),
        now?.Arrived ?? 0, now?.Failed ?? 0, Latency(now?.Latency ?? default),
        Targets(balancer, now),
        balancer.RateLimit, Ms(balancer.DownUntilNs),
        balancer.Id != scenario.Inner?.Id && scenario.Tls is { End: TlsEnd.Balancer } tls ? View(tls, balancer, now) : null,
        balancer.Id == scenario.Inner?.Id ? "inner" : "outer", now?.Queue ?? 0, Seconds(balancer.Limits.SlowStartNs),
        balancer.Limits.Connections, balancer.Limits.Shed, [.. balancer.Blocked], balancer.Certificate,
        View(balancer.Forwarding), Kebab.Of(balancer.WhenNoneHealthy), balancer.Panic, now?.Retries ?? 0,
            balancer.EndpointLagNs == BalancerState.Deaf ? -1 : Ms(balancer.EndpointLagNs));

    private TargetView[] Targets(BalancerState balancer, BalancerTelemetry? now)
    {
        var views = new TargetView[balancer.Targets.Length];
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_targets, balancer.Id, out _);
        if (seen?.Length != views.Length) seen = new Seen[views.Length];
        for (var at = 0; at < views.Length; at++)
        {
            var (target, measured) = (balancer.Targets[at], Of(balancer.Targets[at].Server, at, now));
            // a balancer's state changes with every check of any target
            if (!ReferenceEquals(seen[at].Target, target) || !ReferenceEquals(seen[at].Measured, measured))
                seen[at] = new Seen(target, measured, View(target, measured));
            views[at] = seen[at].View;
        }

        return views;
    }

    /// <summary>As a rule they stand in the order of the targets.</summary>
    private static TargetTelemetry? Of(string server, int at, BalancerTelemetry? now) =>
        now is null ? null
        : at < now.Targets.Length && now.Targets[at].Server == server ? now.Targets[at]
        : now.Targets.FirstOrDefault(each => each.Server == server);

    private static TlsView View(TlsSpec tls, BalancerState balancer, BalancerTelemetry? now) => new(
        tls.Cores, now?.TlsBusy ?? 0, now?.TlsQueue ?? 0, now?.Handshakes ?? 0, balancer.HandshakeLimit);

    private static HealthCheckView View(HealthCheck check) => new(
        Kebab.Of(check.Path), Seconds(check.IntervalNs), Seconds(check.TimeoutNs), check.UnhealthyAfter, check.HealthyAfter);

    private static TargetView View(TargetState target, TargetTelemetry? now) => new(
        target.Server, StateOf(target),
        now?.Outstanding ?? 0, now?.Arrived ?? 0, Kebab.Of(target.LastProbe), Ms(target.LastProbeTookNs),
        target.Attachment == Attachment.Attached ? Ms(target.NextProbeNs) : 0, Ms(target.DrainEndsNs),
        target.Weight, now?.Failed ?? 0, Ms(target.EjectedUntilNs), target.Ready,
        now?.Sessions ?? 0, now?.Connections ?? 0);

    private static string StateOf(TargetState target) => target switch
    {
        { Attachment: not Attachment.Attached } => Kebab.Of(target.Attachment),
        { EjectedUntilNs: > 0, Health: TargetHealth.Healthy } => "ejected",
        _ => Kebab.Of(target.Health),
    };

    private static ForwardingView View(Forwarding forwarding) => new(
        Seconds(forwarding.ResponseTimeoutNs), Seconds(forwarding.IdleTimeoutNs), forwarding.Retry.Attempts,
        forwarding.Retry.Budget, forwarding.Ejection.Failures, Seconds(forwarding.Ejection.WithinNs),
        Seconds(forwarding.Ejection.BaseNs), Kebab.Of(forwarding.Sticky), Seconds(forwarding.StickyNs));

    private readonly record struct Seen(TargetState Target, TargetTelemetry? Measured, TargetView View);
}
