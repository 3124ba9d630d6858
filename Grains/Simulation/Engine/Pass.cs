using System.Runtime.CompilerServices;

namespace OpsGame.Simulation.Engine;

/// <summary>What a balancer knows of a request.</summary>
internal struct Pass
{
    /// <summary>When it came, and when a target was found (−1: not yet).</summary>
    public long In;
    public long Start;

    /// <summary>When it waits for its target's answer no longer; 0: it has no end.</summary>
    public long Until;

    /// <summary>−1: none.</summary>
    public int Target;

    /// <summary>Targets it was sent to in vain.</summary>
    public int Tries;
}

/// <summary>Of the outer and of the inner balancer.</summary>
[InlineArray(2)]
internal struct Passes
{
    private Pass _first;
}
