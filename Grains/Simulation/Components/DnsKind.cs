using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Entry;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

internal sealed class DnsKind() : Kind<DnsState, DnsInput, DnsTelemetry>(DnsState.Kind, Stage.Machines, DnsRules.Tick)
{
    internal override ImmutableArray<DnsState> Initial(Scenario scenario, ulong seed) =>
        scenario.Dns is { } dns ? [new DnsState(dns.Id, dns.Targets, dns.TtlNs, [])] : [];

    internal override ImmutableArray<DnsInput> Inputs(IRound round, bool resting)
    {
        var names = round.States<DnsState>();
        if (names.IsEmpty) return [];
        ImmutableArray<string> addresses = [.. AnyAddress.TakingUsers(round)];
        return [.. names.Select(name => new DnsInput(name.Id, round.NowNs, round.CommandsFor(name.Id), addresses))];
    }

    internal override DnsInput With(DnsInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override DnsTelemetry Observe(DataPlane plane, DnsState state) => plane.Station<DnsStation>().Telemetry();

    internal override ImmutableArray<Reading> Readings(DnsState state, DnsTelemetry now) =>
        [new("requests", now.Queries), new("lookups", now.Lookups), new("outdated", now.Outdated)];
}
