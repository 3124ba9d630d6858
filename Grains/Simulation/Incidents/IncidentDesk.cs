using System.Collections.Immutable;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Incidents;

/// <summary>
/// A team's incidents, oldest first, and who has which role (from one incident to the next). One incident is open at a time: a drill's troubles
/// hang together, and one channel with one commander is what a team can follow.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record IncidentDesk(ImmutableArray<RoleHolder> Roles, ImmutableArray<Incident> Incidents)
{
    public const int WhatLength = 80;

    /// <summary>A post on a status page.</summary>
    public const int StatusLength = 280;

    /// <summary>More than anybody reads in a drill; likewise the other two.</summary>
    public const int MostIncidents = 20;
    public const int MostUpdates = 50;

    /// <summary>Of an incident: beyond it nobody knows, everybody guesses.</summary>
    public const int MostCauses = 10;

    public static IncidentDesk Empty { get; } = new([], []);

    /// <summary>Null: none is open.</summary>
    public Incident? Current => Incidents is [.., { IsOpen: true } last] ? last : null;

    internal void AddTo(ref StateHash hash)
    {
        foreach (var holder in Roles)
        {
            hash.Add((long)holder.Role);
            hash.Add(holder.By);
        }

        foreach (var incident in Incidents)
        {
            hash.Add((long)incident.Severity);
            hash.Add(incident.What);
            hash.Add(incident.ClosedNs);
            foreach (var update in incident.Updates)
            {
                hash.Add((long)update.State);
                hash.Add(update.Text);
            }

            foreach (var named in incident.Causes)
            {
                hash.Add((long)named.Failure);
                hash.Add(named.Component);
            }
        }
    }
}
