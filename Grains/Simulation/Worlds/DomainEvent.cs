using System.Collections.Immutable;

namespace OpsGame.Simulation.Worlds;

public enum EventKind
{
    /// <summary>Something a player did was carried out (or begun).</summary>
    Command,

    /// <summary>A component could not do what a player asked.</summary>
    Refused,

    /// <summary>A component has something to say.</summary>
    System,

    Alert,
    Cleared,
    Drill,
}

/// <summary>Something that happened. Its text is made from Code and Args, in the reader's language, by the server.</summary>
/// <param name="Command">Id of the command this is the outcome of; empty otherwise.</param>
[GenerateSerializer, Immutable]
public sealed record DomainEvent(
    long AtNs,
    EventKind Kind,
    string Code,
    string Component,
    string By,
    string Command,
    ImmutableArray<string> Args);
