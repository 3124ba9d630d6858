using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>A request's way as it really went. Late: answered after its class's target. Open: still under way at EndNs.</summary>
[GenerateSerializer, Immutable]
public sealed record Trace(
    string Class,
    long Number,
    int Attempt,
    long StartNs,
    long EndNs,
    Cause Cause,
    bool Late,
    ImmutableArray<Hop> Hops,
    bool Open = false);

/// <summary>
/// One stay: when it came, when its work began, how long it then waited all the same (PausedNs: for a lock, a connection, its
/// turn in an event loop), when it left. Hit: 1 hit, 0 miss, −1 not a cache. Role: null where there is none
/// (balancer, cache, edge, dns, connect, tls).
/// </summary>
[GenerateSerializer, Immutable]
public sealed record Hop(
    string At,
    Role? Role,
    long InNs,
    long WorkNs,
    long OutNs,
    int Hit,
    Cause Cause,
    long PausedNs = 0);
