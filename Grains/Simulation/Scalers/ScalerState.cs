using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Scalers;

/// <summary>An auto scaler: how many servers of a tier there should be, and what it knows of their load.</summary>
/// <param name="Desired">Servers there should be; whoever is missing is bought again.</param>
/// <param name="QuietUntilNs">Its cool-down: until then load changes nothing.</param>
/// <param name="Samples">Mean CPU share of the warm servers, one a second, oldest first, at most the window's length.</param>
/// <param name="Running">Servers that run, and since when: so long they have been warming up.</param>
/// <param name="Metric">Mean of the samples, 0–1.</param>
/// <param name="NoRoom">No rack has a unit for what is missing.</param>
[GenerateSerializer, Immutable]
public sealed record ScalerState(
    string Id,
    Tier Tier,
    string Size,
    ScalingPolicy Policy,
    int Desired,
    long QuietUntilNs,
    ImmutableArray<double> Samples,
    ImmutableArray<RunningMember> Running,
    double Metric,
    bool NoRoom);

[GenerateSerializer, Immutable]
public sealed record RunningMember(string Server, long SinceNs);

/// <summary>What a scaler knows when it ticks.</summary>
/// <param name="Pending">Servers of its tier that are ordered and do not stand there yet.</param>
[GenerateSerializer, Immutable]
public sealed record ScalerInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    ImmutableArray<ScalerMember> Members,
    ImmutableArray<RackRoom> Racks,
    int Pending);

/// <summary>A server of the tier.</summary>
/// <param name="Counts">It is there or will be: not stopped, not dark, not leaving.</param>
/// <param name="Removable">It carries nothing else, such as the database.</param>
[GenerateSerializer, Immutable]
public sealed record ScalerMember(string Id, string Rack, Lifecycle Lifecycle, bool Counts, bool Removable, double CpuShare);

/// <summary>Free units of a rack; 0 while it is dark or the estate may hold no more.</summary>
[GenerateSerializer, Immutable]
public sealed record RackRoom(string Id, int Free);
