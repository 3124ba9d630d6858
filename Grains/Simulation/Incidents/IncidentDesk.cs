using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents;

/// <summary>
/// A team's incidents, oldest first, and who has which role (from one incident to the next). One incident is open at a time: a
/// drill's troubles hang together, and one channel with one commander is what a team can follow.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record IncidentDesk(ImmutableArray<RoleHolder> Roles, ImmutableArray<Incident> Incidents)
{
    public static ComponentKind Kind { get; } = new("incident", 130);

    public const int WhatLength = 80;

    /// <summary>A post on a status page.</summary>
    public const int StatusLength = 280;

    /// <summary>More than anybody reads in a drill; likewise the other two.</summary>
    public const int MostIncidents = 20;
    public const int MostUpdates = 50;

    /// <summary>Of an incident: with more, a team is guessing.</summary>
    public const int MostCauses = 10;

    public static IncidentDesk Empty { get; } = new([], []);

    /// <summary>Null: none is open.</summary>
    public Incident? Current => Incidents is [.., { IsOpen: true } last] ? last : null;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Roles.Length);
        foreach (var holder in Roles) holder.AddTo(ref hash);
        hash.Add(Incidents.Length);
        foreach (var incident in Incidents) incident.AddTo(ref hash);
    }
}
