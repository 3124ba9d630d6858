using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// What a component knows when it ticks: the time, what it was told to do, and what its rule asks about the estate.
/// </summary>
public interface IInput
{
    string Id { get; }

    long NowNs { get; }

    ImmutableArray<Command> Commands { get; }
}
