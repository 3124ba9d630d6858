using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>What a scaler knows when it ticks.</summary>
/// <param name="Pending">Servers of its tier that are ordered and do not stand there yet.</param>
[GenerateSerializer, Immutable]
public sealed record ScalerInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    ImmutableArray<ScalerMember> Members,
    ImmutableArray<RackRoom> Racks,
    int Pending) : IInput;

/// <summary>A server of the tier.</summary>
/// <param name="Counts">It is there or will be: not stopped, not dark, not leaving.</param>
/// <param name="Load">Its CPU share, or its part of the backlog, or its connections, where the policy goes by those.</param>
/// <param name="Removable">It carries nothing else, such as the database.</param>
/// <param name="Ready">By its own checks; otherwise its load is set aside.</param>
/// <param name="Unhealthy">By its balancer's check.</param>
[GenerateSerializer, Immutable]
public sealed record ScalerMember(
    string Id, string Rack, Lifecycle Lifecycle, bool Counts, bool Removable, double Load, bool Ready = true,
    bool Unhealthy = false);

/// <summary>Free units of a rack; 0 while it is dark or the estate may hold no more.</summary>
[GenerateSerializer, Immutable]
public sealed record RackRoom(string Id, int Free);
