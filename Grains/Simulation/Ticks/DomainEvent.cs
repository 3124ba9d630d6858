using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>Something that happened. Its text is made from Code and Args, in the reader's language, by the server.</summary>
/// <param name="Command">Id of the command this is the outcome of; empty otherwise.</param>
/// <param name="Undo">What takes it back; null: nothing does.</param>
/// <param name="Undoes">Id of the command it took back; empty: none.</param>
/// <param name="Beside">What somebody else was doing to the same component; null: nothing.</param>
[GenerateSerializer, Immutable]
public sealed record DomainEvent(
    long AtNs,
    EventKind Kind,
    string Code,
    string Component,
    string By,
    string Command,
    ImmutableArray<string> Args,
    Undo? Undo = null,
    string Undoes = "",
    Doing? Beside = null);
