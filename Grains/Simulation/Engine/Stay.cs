using System.Runtime.CompilerServices;

namespace OpsGame.Simulation.Engine;

/// <summary>One role's hold on a request: the thread (or connection) it has there, from when.</summary>
internal struct Stay
{
    /// <summary>−1: not there.</summary>
    public int Station;
    public int Process;
    public long In;

    /// <summary>−1: work has not begun.</summary>
    public long Start;
}

/// <summary>Of web, application and database.</summary>
[InlineArray(3)]
internal struct Stays
{
    private Stay _first;
}
