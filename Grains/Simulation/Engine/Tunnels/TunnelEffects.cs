using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Engine.Tunnels;

internal sealed class CutTargetAtTunnelsEffect : Effect<CutTarget, TunnelStation>
{
    protected override bool Concerns(CutTarget cut, TunnelStation tunnels) => tunnels.IsBehind(cut.Balancer);

    protected override void Apply(CutTarget cut, TunnelStation tunnels) => tunnels.CutTo(cut.Server);
}

internal sealed class CutBalancerAtTunnelsEffect : Effect<CutBalancer, TunnelStation>
{
    protected override bool Concerns(CutBalancer cut, TunnelStation tunnels) => tunnels.IsBehind(cut.Balancer);

    protected override void Apply(CutBalancer _, TunnelStation tunnels) => tunnels.CutAll();
}
