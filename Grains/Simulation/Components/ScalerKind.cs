using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Racks.Actions;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

internal sealed class ScalerKind() : Kind<ScalerState, ScalerInput>(ScalerState.Kind, Stage.Operators, ScalerRules.Tick)
{
    internal override ImmutableArray<ScalerState> Initial(Scenario scenario, ulong seed) =>
        [.. scenario.Scalers.Select(spec => InitialState.Of(spec, scenario))];

    internal override ImmutableArray<ScalerInput> Inputs(IRound round, bool resting) =>
    [
        .. round.States<ScalerState>().Select(scaler => new ScalerInput(
            scaler.Id, round.NowNs, round.CommandsFor(scaler.Id), Members(round, scaler),
            [.. round.States<RackState>().Select(rack => new RackRoom(rack.Id, FreeIn(rack, round)))],
            Ordered(round, scaler.Tier))),
    ];

    internal override ScalerInput With(ScalerInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override ImmutableArray<Reading> Readings(ScalerState state) =>
        [new("desired", state.Desired), new("load", state.Metric)];

    private static int FreeIn(RackState rack, IRound round) =>
        rack.Powered && !round.IsFull ? rack.Units.Count(unit => unit.Length == 0) : 0;

    private static ImmutableArray<ScalerMember> Members(IRound round, ScalerState scaler)
    {
        var (servers, telemetry) = (round.States<ServerState>(), round.Telemetry<ServerTelemetry>());
        var backlog = scaler.Policy.Backlog == 0 ? null : BacklogShare(round, scaler);
        var unhealthy = Unhealthy(round);
        var members = ImmutableArray.CreateBuilder<ScalerMember>();
        for (var index = 0; index < servers.Length; index++)
        {
            var server = servers[index];
            if (round.TierOf(server) != scaler.Tier) continue;
            members.Add(new ScalerMember(
                server.Id, server.Rack, server.Lifecycle,
                server is { LeavingNs: 0, Lifecycle: not (Lifecycle.Off or Lifecycle.Stopped) },
                !server.Roles.Any(role => role.Role == Role.Db), backlog ?? LoadOf(telemetry[index], scaler.Policy),
                OwnChecking.IsReady(server), unhealthy.Contains(server.Id)));
        }

        return members.ToImmutable();
    }

    /// <summary>The share of its cores that work, or of the connections that count as its full load.</summary>
    private static double LoadOf(ServerTelemetry now, ScalingPolicy policy) =>
        policy.Connections == 0 ? now.CpuShare : now.Connections / (double)policy.Connections;

    private static HashSet<string> Unhealthy(IRound round)
    {
        var unhealthy = new HashSet<string>(StringComparer.Ordinal);
        foreach (var balancer in round.States<BalancerState>())
            foreach (var target in balancer.Targets)
                if (target is { Attachment: Attachment.Attached, Health: TargetHealth.Unhealthy }) unhealthy.Add(target.Server);
        return unhealthy;
    }

    /// <summary>Waiting messages as a share of what its running servers count as their full load.</summary>
    private static double? BacklogShare(IRound round, ScalerState scaler)
    {
        var running = round.States<ServerState>().Count(server =>
            server.Lifecycle == Lifecycle.Running && round.TierOf(server) == scaler.Tier);
        var waiting = round.Telemetry<QueueTelemetry>().Sum(queue => queue.Waiting);
        return waiting / (double)(Math.Max(1, running) * scaler.Policy.Backlog);
    }

    /// <summary>Ordered, and named one a tick; or placed at this tick's end.</summary>
    private static int Ordered(IRound round, Tier tier) =>
        round.Postponed.Count(order => order.Action == AddServer.Name && Tiers.Of(order) == tier)
            + round.Decided.OfType<PlaceServer>().Count(place => round.TierOf(place.Server) == tier);
}
