using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>A directive that names its balancer.</summary>
internal abstract class BalancerEffect<TDirective> : Effect<TDirective, BalancerControls>
    where TDirective : Directive, IToBalancer
{
    protected sealed override bool Concerns(TDirective directive, BalancerControls balancer) =>
        directive.Balancer == balancer.Node.Id;
}

internal sealed class SetTargetEffect : BalancerEffect<SetTarget>
{
    protected override void Apply(SetTarget set, BalancerControls balancer)
    {
        balancer.Node.Set(balancer.Fleet[set.Server], set.Serving, set.Fresh, balancer.Now, set.Keeps);
        balancer.Wake();
    }
}

internal sealed class CutTargetEffect : BalancerEffect<CutTarget>
{
    protected override void Apply(CutTarget cut, BalancerControls balancer) => balancer.CutTarget(cut.Server);
}

internal sealed class SetWeightEffect : BalancerEffect<SetWeight>
{
    protected override void Apply(SetWeight set, BalancerControls balancer) => balancer.Node.Weigh(set.Server, set.Weight);
}

internal sealed class SendProbeEffect : BalancerEffect<SendProbe>
{
    protected override void Apply(SendProbe probe, BalancerControls balancer) => balancer.Probes.Send(probe);
}

/// <summary>A server that is gone serves nowhere.</summary>
internal sealed class RemoveServerAtBalancerEffect : Effect<RemoveServer, BalancerControls>
{
    protected override bool Concerns(RemoveServer remove, BalancerControls balancer) =>
        balancer.Node.IndexOf(remove.Server) >= 0;

    protected override void Apply(RemoveServer remove, BalancerControls balancer) =>
        balancer.Node.Set(balancer.Fleet[remove.Server], serves: false, fresh: false, balancer.Now);
}

internal sealed class SetAlgorithmEffect : BalancerEffect<SetAlgorithm>
{
    protected override void Apply(SetAlgorithm set, BalancerControls balancer) => balancer.Node.Algorithm = set.Algorithm;
}

internal sealed class SetRateLimitEffect : BalancerEffect<SetRateLimit>
{
    protected override void Apply(SetRateLimit set, BalancerControls balancer) => balancer.Node.RateLimit = set.PerSecond;
}

internal sealed class SetLimitsEffect : BalancerEffect<SetLimits>
{
    protected override void Apply(SetLimits set, BalancerControls balancer)
    {
        balancer.Node.Limits = set.Limits;
        balancer.Wake();
    }
}

internal sealed class SetForwardingEffect : BalancerEffect<SetForwarding>
{
    protected override void Apply(SetForwarding set, BalancerControls balancer) => balancer.Follow(set.Forwarding);
}

internal sealed class SetBlockedAtBalancerEffect : Effect<SetBlocked, BalancerControls>
{
    protected override bool Concerns(SetBlocked set, BalancerControls balancer) => set.Component == balancer.Node.Id;

    protected override void Apply(SetBlocked set, BalancerControls balancer) => balancer.Block(set.Sources);
}

internal sealed class SetHandshakeLimitEffect : BalancerEffect<SetHandshakeLimit>
{
    protected override void Apply(SetHandshakeLimit set, BalancerControls balancer)
    {
        if (balancer.Tls is { } tls) tls.Gate.PerSecond = set.PerSecond;
    }
}

internal sealed class CutBalancerEffect : BalancerEffect<CutBalancer>
{
    protected override void Apply(CutBalancer _, BalancerControls balancer) => balancer.Cut();
}

internal sealed class StartBalancerEffect : BalancerEffect<StartBalancer>
{
    protected override void Apply(StartBalancer _, BalancerControls balancer) => balancer.Node.Down = false;
}
