using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using KillSession = OpsGame.Simulation.Kinds.Databases.Actions.KillSession;

namespace OpsGame.Simulation.Components;

internal sealed class DatabaseKind()
    : Kind<DatabaseState, DatabaseInput, DatabaseTelemetry>(ComponentKind.Database, Stage.Machines, DatabaseRules.Tick)
{
    internal override ImmutableArray<DatabaseState> Initial(Scenario scenario) =>
        scenario.Database is { } spec ? [InitialState.Of(spec)] : [];

    internal override ImmutableArray<DatabaseInput> Inputs(IRound round)
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

    internal override DatabaseTelemetry Observe(DataPlane plane, DatabaseState state) => plane.DatabaseTelemetry();

    internal override ImmutableArray<Reading> Readings(DatabaseState state, DatabaseTelemetry now) =>
    [
        new("requests", now.Arrived), new("errors", now.Failed), .. LatencyReadings.Of(now.Latency),
        new("connections", now.Connections), new("busy", now.BusySlots), new("queue", now.SlotQueue),
        new("lockWaiters", now.LockWaiters), new("deadlocks", now.Deadlocks),
    ];

    internal override IEnumerable<Operation> UnderWay(DatabaseState state, OperationsSpec takes) =>
        state.Promoting.Length > 0 ? [new Operation("failover", "", state.PromotesNs)] : [];
}
