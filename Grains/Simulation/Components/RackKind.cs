using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using AddReplica = OpsGame.Simulation.Kinds.Databases.Actions.AddReplica;

namespace OpsGame.Simulation.Components;

internal sealed class RackKind() : Kind<RackState, RackInput, RackTelemetry>(RackState.Kind, Stage.Places, RackRules.Tick)
{
    internal override ImmutableArray<RackState> Initial(Scenario scenario, ulong seed) =>
        [.. scenario.Racks.Select(rack => InitialState.Of(rack, scenario))];

    internal override ImmutableArray<RackInput> Inputs(IRound round, bool resting)
    {
        var racks = round.States<RackState>();
        if (!resting && AllRest(racks, round)) return [];
        var commands = racks.SelectMany(rack => round.CommandsFor(rack.Id)).ToArray();
        var buysReplica = commands.Any(command => command.Action == AddReplica.Name);
        var context = new RackContext(
            commands.Length == 0 ? [] : Offers.Servers(round),
            [.. round.Scenario.Sizes.Select(InitialState.SizeOf)], round.IsFull,
            buysReplica ? Offers.Replica(round) : null, round.HasCache() ? null : InitialState.CacheOffer(round.Scenario),
            round.HasCache());
        return [.. racks.Select(rack => new RackInput(rack.Id, round.NowNs, round.CommandsFor(rack.Id), context))];
    }

    private static bool AllRest(ImmutableArray<RackState> racks, IRound round)
    {
        foreach (var rack in racks)
            if (!RackRules.IsIdle(rack) || !round.CommandsFor(rack.Id).IsEmpty) return false;
        return true;
    }

    internal override RackInput With(RackInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override RackTelemetry Observe(DataPlane plane, RackState state) => plane.Station<LinkStation>().Telemetry(state.Id);

    internal override ImmutableArray<Reading> Readings(RackState state, RackTelemetry now) =>
    [
        new("powered", state.Powered ? 1 : 0), new("uplink", now.UpShare), new("downlink", now.DownShare),
        new("uplinkWait", Nanoseconds.ToMilliseconds(now.UpWaitNs)),
        new("downlinkWait", Nanoseconds.ToMilliseconds(now.DownWaitNs)),
    ];
}
