using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Kinds.Scalers;

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
