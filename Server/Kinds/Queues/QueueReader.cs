using OpsGame.Server.Formats;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Queues;

/// <summary>The queue between those who ask and the workers who do it later.</summary>
internal sealed class QueueReader : PartReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const int MostTries = 10;

    public override object? Read(MapReader root, ComponentNames names)
    {
        if (root.Map("queue") is not { } map) return null;
        var usual = new QueueSpec("");
        var wait = Notations.Duration.Between(0, 60 * Second);
        var queue = new QueueSpec(
            names.ClaimOr(map, "queue", QueueState.Kind),
            map.ReadOr("limit", usual.Limit, Notations.Count.Between(1, Limits.Messages)),
            map.ReadOr("block", 0, wait.Or("none", 0)),
            map.ReadOr("write", usual.WriteNs, Notations.Duration.Between(0, Second)),
            map.ReadOr("by-key", false, Notations.Flag),
            map.ReadOr("visibility", usual.VisibilityNs, Settable.Duration("set-visibility", "visibility")),
            map.ReadOr("tries", usual.Tries, Notations.Count.Between(1, MostTries)),
            map.ReadOr("backoff", usual.BackoffNs, wait),
            map.ReadOr("batch", usual.Batch, Settable.Count("set-batch", "batch")),
            map.ReadIfThere("receive", WorkNotation.Work, new WorkSpec(WorkKind.Fixed, 0, 0)),
            map.ReadOr("price", 0, Notations.Price.Between(0, 1000 * Second)))
        {
            ConnectTimeoutNs = map.ReadOr(
                "connect-timeout", usual.ConnectTimeoutNs,
                Notations.Duration.Between(Nanoseconds.PerMillisecond, 60 * Second)),
        };
        map.Close();
        return queue;
    }
}
