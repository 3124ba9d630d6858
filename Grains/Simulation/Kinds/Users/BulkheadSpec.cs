using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>
/// A compartment of its own (Nygard, Release It!, 2007; resilience4j's semaphore bulkhead): of a class at most so many requests
/// are in a role of each server at one time, working or waiting for a thread, so that it cannot take all threads from the others.
/// </summary>
/// <param name="Role">Web or app.</param>
/// <param name="Calls">1 – 10 000; resilience4j's default is 25.</param>
/// <param name="WaitNs">How long one more waits at the door before it is refused; 0: it is refused at once.</param>
[GenerateSerializer, Immutable]
public sealed record BulkheadSpec(Role Role, int Calls, long WaitNs);
