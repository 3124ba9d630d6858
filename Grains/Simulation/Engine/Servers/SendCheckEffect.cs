using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Servers;

internal sealed class SendCheckEffect : Effect<SendCheck, CheckStation>
{
    protected override void Apply(SendCheck order, CheckStation checks) => checks.Send(order);
}
