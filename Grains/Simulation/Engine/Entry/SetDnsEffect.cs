using OpsGame.Simulation.Kinds.Dns;

namespace OpsGame.Simulation.Engine.Entry;

internal sealed class SetDnsEffect : Effect<SetDns, DnsStation>
{
    protected override void Apply(SetDns set, DnsStation dns) => dns.Answer(set);
}
