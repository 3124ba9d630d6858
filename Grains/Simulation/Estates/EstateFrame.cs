using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>Everything one tick shows: the whole estate as it stands at its end, and what happened in it.</summary>
/// <param name="Columns">The components' states and what was measured at them, a column a kind.</param>
/// <param name="Hash">Chained over all ticks so far: equal hashes mean equal histories.</param>
/// <param name="Events">Of this tick only; likewise Traces.</param>
/// <param name="Ended">The scenario's time is up.</param>
/// <param name="FeaturesOff">Flags that are off.</param>
/// <param name="Bulkheads">Those that are set, class by class.</param>
/// <param name="Looks">Under way; Findings: what all looks so far have shown.</param>
[GenerateSerializer, Immutable]
public sealed record EstateFrame(
    long Tick,
    long NowNs,
    ulong Hash,
    bool Ended,
    ServiceReport Service,
    ImmutableArray<ClassTelemetry> Classes,
    ImmutableArray<Column> Columns,
    ScoreSheet Score,
    ImmutableArray<Alert> Alerts,
    ImmutableArray<DomainEvent> Events,
    ImmutableArray<Trace> Traces,
    ImmutableArray<TakenHint> Hints,
    BetState Bets,
    ImmutableArray<Look> Looks,
    ImmutableArray<LookFinding> Findings,
    IncidentDesk Incidents,
    ImmutableArray<string> FeaturesOff,
    ImmutableArray<SetBulkhead> Bulkheads)
{
    public ImmutableArray<RackState> Racks => Columns.All<RackState>();

    public ImmutableArray<ServerState> Servers => Columns.All<ServerState>();

    public ImmutableArray<ServerTelemetry> ServerTelemetry => Columns.All<ServerTelemetry>();

    public ImmutableArray<BalancerState> Balancers => Columns.All<BalancerState>();

    public ImmutableArray<BalancerTelemetry> BalancerTelemetry => Columns.All<BalancerTelemetry>();

    public ImmutableArray<CacheState> Caches => Columns.All<CacheState>();

    public ImmutableArray<CacheTelemetry> CacheTelemetry => Columns.All<CacheTelemetry>();

    public ImmutableArray<DatabaseState> Databases => Columns.All<DatabaseState>();

    public ImmutableArray<DatabaseTelemetry> DatabaseTelemetry => Columns.All<DatabaseTelemetry>();

    public ImmutableArray<RolloutState> Rollouts => Columns.All<RolloutState>();

    public ImmutableArray<ScalerState> Scalers => Columns.All<ScalerState>();

    public ImmutableArray<RackTelemetry> RackTelemetry => Columns.All<RackTelemetry>();

    public ImmutableArray<DnsState> Dns => Columns.All<DnsState>();

    public ImmutableArray<DnsTelemetry> DnsTelemetry => Columns.All<DnsTelemetry>();

    public ImmutableArray<CertificateState> Certificates => Columns.All<CertificateState>();
}

/// <summary>
/// The service as a whole. Level and Overall are mean request values floored at 0 (0–1), of the last 10 s and of the drill so
/// far.
/// </summary>
/// <param name="Budget">Share of the error budget left, 0–1.</param>
[GenerateSerializer, Immutable]
public sealed record ServiceReport(
    double Level,
    double Overall,
    double Budget,
    long SpentNanoDollars,
    long NanoDollarsPerHour,
    int InFlight);
