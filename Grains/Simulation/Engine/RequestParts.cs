using System.Runtime.CompilerServices;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>Which cache a request warms.</summary>
internal enum Warming : byte
{
    None,
    Cache,
    Edge,
}

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

[InlineArray(3)]
internal struct Stays
{
    private Stay _first;
}

/// <summary>What a balancer knows of a request.</summary>
internal struct Pass
{
    /// <summary>When it came, and when a target was found (−1: not yet).</summary>
    public long In;
    public long Start;

    /// <summary>−1: none.</summary>
    public int Target;
}

/// <summary>Of the outer and of the inner balancer.</summary>
[InlineArray(2)]
internal struct Passes
{
    private Pass _first;
}

/// <summary>What a cache knows of a request.</summary>
internal struct Visit
{
    public long In;

    /// <summary>In its hands.</summary>
    public bool Inside;

    /// <summary>Others wait there for the answer it fetches.</summary>
    public bool Leads;
}

/// <summary>Of the cache beside the application servers, and of the edge.</summary>
[InlineArray(2)]
internal struct Visits
{
    public const int Cache = 0;
    public const int Edge = 1;

    private Visit _first;
}

/// <summary>Keys a transaction locks, in the order it does.</summary>
[InlineArray(Limits.Locks)]
internal struct LockKeys
{
    private int _first;
}
