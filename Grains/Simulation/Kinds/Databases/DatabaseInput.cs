using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>What a database knows when it ticks.</summary>
/// <param name="Sessions">Only while somebody wants to end one; else empty.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseInput(
    string Id, long NowNs, ImmutableArray<Command> Commands, DatabaseTelemetry Telemetry, DatabaseContext Context,
    ImmutableArray<DatabaseSession> Sessions) : IInput;

/// <summary>A transaction that is in the database now.</summary>
/// <param name="Slot">Of its request; with Life it names it forever.</param>
/// <param name="Waiters">Transactions that wait for a lock it holds.</param>
/// <param name="Waits">It waits for a lock itself.</param>
[GenerateSerializer, Immutable]
public sealed record DatabaseSession(int Slot, int Life, string Class, long SinceNs, int Waiters, bool Waits);

/// <summary>The scenario's durations, as a database needs them. DetectNs −1: nobody but an operator gives a primary up.</summary>
[GenerateSerializer, Immutable]
public sealed record DatabaseContext(long DetectNs, long PromoteNs, long CopyNs);
