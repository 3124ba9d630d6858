using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Databases;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Rollouts;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Worlds;

/// <summary>Everything one tick shows: the whole estate as it stands at its end, and what happened in it.</summary>
/// <param name="Hash">Chained over all ticks so far: equal hashes mean equal histories.</param>
/// <param name="Events">Of this tick only; likewise Traces.</param>
/// <param name="Ended">The scenario's time is up.</param>
[GenerateSerializer, Immutable]
public sealed record EstateFrame(
    [property: Id(0)] long Tick,
    [property: Id(1)] long NowNs,
    [property: Id(2)] ulong Hash,
    [property: Id(3)] bool Ended,
    [property: Id(4)] ServiceReport Service,
    [property: Id(5)] ImmutableArray<ClassTelemetry> Classes,
    [property: Id(6)] ImmutableArray<RackState> Racks,
    [property: Id(7)] ImmutableArray<ServerState> Servers,
    [property: Id(8)] ImmutableArray<ServerTelemetry> ServerTelemetry,
    [property: Id(9)] ImmutableArray<BalancerState> Balancers,
    [property: Id(10)] ImmutableArray<BalancerTelemetry> BalancerTelemetry,
    [property: Id(11)] ImmutableArray<CacheState> Caches,
    [property: Id(12)] ImmutableArray<CacheTelemetry> CacheTelemetry,
    [property: Id(13)] ImmutableArray<DatabaseState> Databases,
    [property: Id(14)] ImmutableArray<DatabaseTelemetry> DatabaseTelemetry,
    [property: Id(15)] ImmutableArray<RolloutState> Rollouts,
    [property: Id(16)] ScoreSheet Score,
    [property: Id(17)] ImmutableArray<Alert> Alerts,
    [property: Id(18)] ImmutableArray<DomainEvent> Events,
    [property: Id(19)] ImmutableArray<Trace> Traces);

/// <summary>The service as a whole. Level and Overall are mean request values floored at 0 (0–1), of the last 10 s and of the drill so far.</summary>
/// <param name="Budget">Share of the error budget left, 0–1.</param>
[GenerateSerializer, Immutable]
public sealed record ServiceReport(
    [property: Id(0)] double Level,
    [property: Id(1)] double Overall,
    [property: Id(2)] double Budget,
    [property: Id(3)] long SpentNanoDollars,
    [property: Id(4)] long NanoDollarsPerHour,
    [property: Id(5)] int InFlight);
