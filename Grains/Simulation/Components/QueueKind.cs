using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Engine.Queues;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Components;

internal sealed class QueueKind()
    : Kind<QueueState, QueueInput, QueueTelemetry>(QueueState.Kind, Stage.Machines, QueueRules.Tick)
{
    public static AlertKind QueueAgeAlert { get; } = new("alert-queue-age", Nearness.Full);

    public static AlertKind DeadLettersAlert { get; } = new("alert-dead-letters", Nearness.Broken);

    internal override ImmutableArray<QueueState> Initial(Scenario scenario, ulong seed) =>
        scenario.Spec<QueueSpec>() is { } spec
            ? [
                new QueueState(
                    spec.Id, false, spec.VisibilityNs, spec.Batch, 0, [.. scenario.Classes.Where(users => users.IsJob)
                        .Select(jobs => jobs.Id)], spec.NanoDollarsPerHour),
            ]
            : [];

    internal override ImmutableArray<QueueInput> Inputs(IRound round, bool resting)
    {
        var telemetry = round.Telemetry<QueueTelemetry>();
        return
        [
            .. round.States<QueueState>().Select((queue, index) =>
                new QueueInput(queue.Id, round.NowNs, round.CommandsFor(queue.Id), telemetry[index])),
        ];
    }

    internal override QueueInput With(QueueInput input, long nowNs, ImmutableArray<Command> commands) =>
        input with { NowNs = nowNs, Commands = commands };

    internal override QueueTelemetry Observe(DataPlane plane, QueueState state) => plane.Station<QueueStation>().Telemetry();

    internal override ImmutableArray<Reading> Readings(QueueState state, QueueTelemetry now) =>
    [
        new("published", now.Published), new("done", now.Done), new("backlog", now.Waiting), new("inFlight", now.InFlight),
        new("age", Nanoseconds.ToSeconds(now.AgeNs)), new("dead", now.Dead), new("redelivered", now.Redelivered),
        new("doneTwice", now.DoneTwice),
    ];

    internal override IEnumerable<Operation> UnderWay(QueueState state, OperationsSpec takes) =>
        state.FullEndsNs > 0 ? [new Operation("disk-full", "", state.FullEndsNs)] : [];

    internal override long NanoDollarsPerHour(QueueState state) => state.NanoDollarsPerHour;

    internal override IEnumerable<Finding> Findings(IRound round, DataPlane plane)
    {
        var target = round.Specs<ClassSpec>().Where(users => users.IsJob).Select(jobs => jobs.TargetNs)
            .DefaultIfEmpty(long.MaxValue).Min();
        foreach (var queue in round.Telemetry<QueueTelemetry>())
        {
            if (queue.AgeNs > target)
                yield return new Finding(QueueAgeAlert, queue.Id, [queue.Id, Arguments.Show(target / Nanoseconds.PerSecond)]);
            if (queue.Dead > 0) yield return new Finding(DeadLettersAlert, queue.Id, [queue.Id]);
        }
    }
}
