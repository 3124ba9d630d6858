using System.Runtime.CompilerServices;

namespace OpsGame.Simulation.Engine;

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
