using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Kinds.Queues;

/// <summary>A queue of jobs. Rates are of the last second.</summary>
/// <param name="Waiting">Messages no worker has; likewise InFlight: messages a worker has.</param>
/// <param name="Dead">Dead letters.</param>
/// <param name="AgeSeconds">Of the oldest message that is not dead; 0: there is none.</param>
/// <param name="Blocked">Requests that wait for room.</param>
/// <param name="Redelivered">Deliveries a second after a message's first.</param>
/// <param name="Failed">Deliveries a second in which the worker could not do the job.</param>
/// <param name="DoneTwice">Jobs a second that were done again.</param>
/// <param name="Redriving">Dead letters the redrive still has to return; 0: none is under way.</param>
/// <param name="Tries">Deliveries of a message before it is a dead letter.</param>
/// <param name="Limit">Messages it holds at most.</param>
/// <param name="ByKey">Messages of a key are done in order.</param>
/// <param name="FullUntilMs">Simulated time at which its disk has room again; 0: it has.</param>
[MessagePackObject]
public sealed record QueueView(
    [property: Key("id")] string Id,
    [property: Key("waiting")] int Waiting,
    [property: Key("inFlight")] int InFlight,
    [property: Key("dead")] int Dead,
    [property: Key("ageSeconds")] double AgeSeconds,
    [property: Key("blocked")] int Blocked,
    [property: Key("publishedPerSecond")] double PublishedPerSecond,
    [property: Key("refusedPerSecond")] double RefusedPerSecond,
    [property: Key("donePerSecond")] double DonePerSecond,
    [property: Key("redelivered"), Exact(10)] double Redelivered,
    [property: Key("failed"), Exact(10)] double Failed,
    [property: Key("doneTwice"), Exact(10)] double DoneTwice,
    [property: Key("redriving")] int Redriving,
    [property: Key("paused")] bool Paused,
    [property: Key("visibilitySeconds")] double VisibilitySeconds,
    [property: Key("batch")] int Batch,
    [property: Key("tries")] int Tries,
    [property: Key("limit")] int Limit,
    [property: Key("byKey")] bool ByKey,
    [property: Key("fullUntilMs")] double FullUntilMs,
    [property: Key("jobs")] string[] Jobs,
    [property: Key("pricePerHour")] double PricePerHour);
