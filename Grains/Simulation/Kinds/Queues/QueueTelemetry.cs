using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>A queue's last second; what it holds is now.</summary>
/// <param name="Waiting">Messages no worker has.</param>
/// <param name="InFlight">Messages a worker has.</param>
/// <param name="AgeNs">Of the oldest message that is not dead.</param>
/// <param name="Blocked">Requests that wait for room.</param>
/// <param name="Redelivered">Deliveries after a message's first.</param>
/// <param name="Failed">Deliveries in which a worker said that it could not do the job.</param>
/// <param name="DoneTwice">Jobs that were done once more.</param>
/// <param name="Redriving">Dead letters the redrive under way has still to bring back.</param>
[GenerateSerializer, Immutable]
public sealed record QueueTelemetry(
    string Id,
    int Waiting,
    int InFlight,
    int Dead,
    long AgeNs,
    int Blocked,
    int Published,
    int Refused,
    int Done,
    int Redelivered,
    int Failed,
    int DoneTwice,
    int Redriving) : ITelemetry;
