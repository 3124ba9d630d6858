using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>
/// A queue of jobs: who publishes has his answer when the message is stored, workers take messages and acknowledge each that is
/// done. What is not acknowledged within the visibility timeout is delivered again: every job is done at least once.
/// </summary>
/// <param name="Limit">Messages it holds, dead letters apart; default <see cref="Limits.Messages"/>, which with dead letters is
/// the most there may be.</param>
/// <param name="BlockNs">How long who publishes waits for room; default 0: he is refused at once.</param>
/// <param name="WriteNs">Until a message is stored; default 2 ms.</param>
/// <param name="ByKey">Messages of a key are done one after another, in the order in which they came.</param>
/// <param name="VisibilityNs">Default 30 s.</param>
/// <param name="Tries">Deliveries of a message before it is a dead letter, 1–10; default 5.</param>
/// <param name="BackoffNs">Before a message that failed is delivered again, twice as long each time; default 1 s.</param>
/// <param name="Batch">Messages a thread takes at once, 1–100; default 1.</param>
/// <param name="Receive">How long a delivery takes, beside the work on its messages; null: no time.</param>
/// <param name="NanoDollarsPerHour">Default nothing.</param>
public sealed record QueueSpec(
    string Id,
    int Limit = Limits.Messages,
    long BlockNs = 0,
    long WriteNs = 2 * Nanoseconds.PerMillisecond,
    bool ByKey = false,
    long VisibilityNs = 30 * Nanoseconds.PerSecond,
    int Tries = 5,
    long BackoffNs = Nanoseconds.PerSecond,
    int Batch = 1,
    WorkSpec? Receive = null,
    long NanoDollarsPerHour = 0)
{
    /// <summary>How long who publishes waits for a queue that does not answer at all; default 3 s.</summary>
    public long ConnectTimeoutNs { get; init; } = 3 * Nanoseconds.PerSecond;
}
