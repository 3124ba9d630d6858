using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Dns;

internal sealed class DnsMapper : PartMapper<DnsState, DnsTelemetry, DnsView>
{
    protected override DnsView View(DnsState dns, DnsTelemetry? now, Scenario scenario) => new(
        dns.Id, [.. dns.Targets], Seconds(dns.TtlNs), scenario.Dns!.Resolvers, now?.Outdated ?? 0, now?.Queries ?? 0,
        now?.Lookups ?? 0, [.. dns.Former]);
}
