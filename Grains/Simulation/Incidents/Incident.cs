using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Incidents;

public enum Severity
{
    Sev1,
    Sev2,
    Sev3,
}

/// <summary>
/// A part somebody takes in an incident (Incident Command System; Google SRE book, ch. 14). One person may have several.
/// </summary>
public enum IncidentRole
{
    Commander,
    Operations,
    Communications,
}

/// <summary>What a status page says, as Atlassian Statuspage's states.</summary>
public enum StatusState
{
    Investigating,
    Identified,
    Monitoring,
    Resolved,
}

/// <summary>
/// Of a named cause. It is told when its incident is closed, never before: an incident is no place for trying answers.
/// </summary>
public enum Verdict
{
    /// <summary>Nobody says yet.</summary>
    Open,
    Right,
    Wrong,

    /// <summary>Nothing the estate knows of was wrong then.</summary>
    Unknown,
}

/// <summary>An incident as its team declared it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="What">Plain text, at most <see cref="IncidentDesk.WhatLength"/> characters.</param>
/// <param name="ClosedNs">0: it is open.</param>
[GenerateSerializer, Immutable]
public sealed record Incident(
    int Number, Severity Severity, string What, string By, long DeclaredNs, long ClosedNs, string ClosedBy,
    ImmutableArray<StatusUpdate> Updates, ImmutableArray<NamedCause> Causes)
{
    public bool IsOpen => ClosedNs == 0;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Number);
        hash.Add((long)Severity);
        hash.Add(What);
        hash.Add(By);
        hash.Add(DeclaredNs);
        hash.Add(ClosedNs);
        hash.Add(ClosedBy);
        hash.Add(Updates.Length);
        foreach (var each in Updates) each.AddTo(ref hash);
        hash.Add(Causes.Length);
        foreach (var each in Causes) each.AddTo(ref hash);
    }
}

/// <param name="Text">Plain text, at most <see cref="IncidentDesk.StatusLength"/> characters.</param>
[GenerateSerializer, Immutable]
public sealed record StatusUpdate(StatusState State, string Text, string By, long AtNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)State);
        hash.Add(Text);
        hash.Add(By);
        hash.Add(AtNs);
    }
}

[GenerateSerializer, Immutable]
public sealed record NamedCause(FailureKind Failure, string Component, string By, long AtNs, Verdict Verdict)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Failure);
        hash.Add(Component);
        hash.Add(By);
        hash.Add(AtNs);
        hash.Add((long)Verdict);
    }
}

[GenerateSerializer, Immutable]
public sealed record RoleHolder(IncidentRole Role, string By, long SinceNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add((long)Role);
        hash.Add(By);
        hash.Add(SinceNs);
    }
}
