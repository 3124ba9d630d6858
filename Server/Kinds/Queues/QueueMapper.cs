using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Queues;

internal sealed class QueueMapper : PartMapper<QueueState, QueueTelemetry, QueueView>
{
    protected override QueueView View(QueueState queue, QueueTelemetry? now, Scenario scenario)
    {
        var spec = scenario.Spec<QueueSpec>()!;
        return new QueueView(
            queue.Id, now?.Waiting ?? 0, now?.InFlight ?? 0, now?.Dead ?? 0, Seconds((now?.AgeNs ?? 0) / Nanoseconds.PerSecond
                * Nanoseconds.PerSecond), now?.Blocked ?? 0, now?.Published ?? 0, now?.Refused ?? 0, now?.Done ?? 0,
            now?.Redelivered ?? 0, now?.Failed ?? 0, now?.DoneTwice ?? 0, now?.Redriving ?? 0, queue.Paused,
            Seconds(queue.VisibilityNs), queue.Batch, spec.Tries, spec.Limit, spec.ByKey, Ms(queue.FullEndsNs), [.. queue.Jobs],
            Dollars(queue.NanoDollarsPerHour));
    }
}
