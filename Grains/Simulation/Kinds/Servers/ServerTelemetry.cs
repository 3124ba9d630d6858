using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>A server's last second. Counts and percentiles are of the last full simulated second, the rest is now.</summary>
/// <param name="CpuShare">0–1 of all its cores.</param>
/// <param name="RunQueue">Threads waiting for a core.</param>
/// <param name="Outstanding">Requests somewhere on it, and long-lived connections.</param>
/// <param name="Roles">Of each role: the processes that take new requests.</param>
/// <param name="MemoryMiB">That all its processes take.</param>
/// <param name="Others">Generations that get no new requests: replaced ones until their last process has ended, and the
/// application beside the one that serves.</param>
/// <param name="Checks">Of itself, finished in this tick.</param>
/// <param name="DiskShare">0–1 of its disk that is full.</param>
/// <param name="Connections">Long-lived ones that its processes hold.</param>
[GenerateSerializer, Immutable]
public sealed record ServerTelemetry(
    string Id,
    double CpuShare,
    int RunQueue,
    int Outstanding,
    ImmutableArray<RoleTelemetry> Roles,
    double MemoryMiB,
    ImmutableArray<GenerationTelemetry> Others,
    ImmutableArray<CheckResult> Checks,
    double DiskShare = 0,
    int Connections = 0) : ITelemetry;

/// <summary>A generation of a role's processes as it is now; one entry a process, 0 where none runs.</summary>
/// <param name="Number">Unique on its server.</param>
/// <param name="Port">Index of the application port it listens on (web: hands requests on to).</param>
/// <param name="Retired">Replaced; otherwise it stands beside the one that serves.</param>
[GenerateSerializer, Immutable]
public sealed record GenerationTelemetry(
    Role Role, int Number, string Version, int Port, bool Retired, ImmutableArray<int> Busy, ImmutableArray<double> ProcessMiB);

/// <summary>
/// A role's last second. Busy: threads holding a request, one entry a process; likewise LeakedMiB: memory lost for good.
/// </summary>
/// <param name="Generation">Of the processes; number of its server's generations so far at most.</param>
/// <param name="Breaker">Around its calls; null: none.</param>
/// <param name="Errors">Of Failed: answered with an error, not cut, nor for want of somebody who listened.</param>
/// <param name="Cold">Work takes so many times as long as in warm processes, in the mean of those that run.</param>
/// <param name="Locked">Of each process: its threads that wait for its mutex, which one of the others holds; empty: none does.
/// </param>
[GenerateSerializer, Immutable]
public sealed record RoleTelemetry(
    Role Role,
    ImmutableArray<int> Busy,
    int Queue,
    int Arrived,
    int Completed,
    int Failed,
    Percentiles Latency,
    ImmutableArray<double> LeakedMiB,
    int Generation = 1,
    Circuit? Breaker = null,
    int Errors = 0,
    double Cold = 1,
    ImmutableArray<int> Locked = default);
