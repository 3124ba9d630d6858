using OpsGame.Simulation.Kinds.Racks;

namespace OpsGame.Simulation.Engine.Links;

internal sealed class SetUplinkEffect : Effect<SetUplink, LinkStation>
{
    protected override void Apply(SetUplink set, LinkStation links) => links.Sever(set.Rack, set.Lost);
}
