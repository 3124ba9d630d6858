using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using KillSession = OpsGame.Simulation.Kinds.Databases.Actions.KillSession;

namespace OpsGame.Simulation.Components;

internal sealed class DatabaseKind()
    : Kind<DatabaseState, DatabaseInput, DatabaseTelemetry>(DatabaseState.Kind, Stage.Machines, DatabaseRules.Tick)
{
    public static AlertKind ConnectionsAlert { get; } = new("alert-connections", Nearness.Full);

    public static AlertKind TableLockedAlert { get; } = new("alert-table-locked", Nearness.Broken);

    public static AlertKind DeadlocksAlert { get; } = new("alert-deadlocks", Nearness.Broken);

    public static AlertKind FailingOverAlert { get; } = new("alert-failing-over", Nearness.Broken, Critical: true);

    public static AlertKind ReplicationLagAlert { get; } = new("alert-replication-lag", Nearness.Full);

    private const double ConnectionShare = 0.9;

    /// <summary>Above it users do not see their own writes.</summary>
    private const long LagNs = Nanoseconds.PerSecond;

    internal override ImmutableArray<DatabaseState> Initial(Scenario scenario, ulong seed) =>
        scenario.Database is { } spec ? [InitialState.Of(spec, scenario)] : [];

    internal override ImmutableArray<DatabaseInput> Inputs(IRound round, bool resting)
    {
        var spec = round.Scenario.Database;
        var failover = spec?.Failover ?? new FailoverSpec();
        var context = new DatabaseContext(failover.DetectNs, failover.PromoteNs, spec?.ReplicaCopyNs ?? 0);
        var telemetry = round.Telemetry<DatabaseTelemetry>();
        return
        [
            .. round.States<DatabaseState>().Select((database, index) => new DatabaseInput(
                database.Id, round.NowNs, round.CommandsFor(database.Id), telemetry[index], context,
                round.CommandsFor(database.Id).Any(command => command.Action == KillSession.Name) ? round.Sessions() : [])),
        ];
    }

    internal override DatabaseInput With(DatabaseInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override DatabaseTelemetry Observe(DataPlane plane, DatabaseState state) =>
        plane.Station<DatabaseStation>().Looks.Telemetry();

    internal override ImmutableArray<Reading> Readings(DatabaseState state, DatabaseTelemetry now) =>
    [
        new("requests", now.Arrived), new("errors", now.Failed), .. LatencyReadings.Of(now.Latency),
        new("connections", now.Connections), new("busy", now.BusySlots), new("queue", now.SlotQueue),
        new("lockWaiters", now.LockWaiters), new("deadlocks", now.Deadlocks),
        new("poolBusy", now.PoolBusy), new("poolWaiting", now.PoolWaiting),
        new("tableWaiters", now.TableWaiters), new("poolerBusy", now.PoolerBusy), new("poolerWaiting", now.PoolerWaiting),
    ];

    internal override IEnumerable<Operation> UnderWay(DatabaseState state, OperationsSpec takes) =>
        state.Promoting.Length > 0 ? [new Operation("failover", "", state.PromotesNs)] : [];

    internal override IEnumerable<Finding> Findings(IRound round, DataPlane plane)
    {
        var telemetry = round.Telemetry<DatabaseTelemetry>();
        foreach (var (database, now) in round.States<DatabaseState>().Zip(telemetry))
        {
            if (now.Connections > ConnectionShare * database.MaxConnections)
            {
                yield return new Finding(ConnectionsAlert, database.Id,
                    [database.Id, Arguments.Show(now.Connections), Arguments.Show(database.MaxConnections)]);
            }

            if (now.TableWaiters > 0) yield return new Finding(TableLockedAlert, database.Id, [database.Id]);
            if (now.Deadlocks > 0) yield return new Finding(DeadlocksAlert, database.Id, [database.Id]);
            if (database.Promoting.Length > 0)
                yield return new Finding(FailingOverAlert, database.Id, [database.Id, database.Promoting]);
            if (database.Servers.Length > 1 && database.CurrentLagNs > LagNs)
                yield return new Finding(ReplicationLagAlert, database.Id, [database.Id]);
        }
    }
}
