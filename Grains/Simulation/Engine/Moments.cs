using System.Runtime.CompilerServices;

namespace OpsGame.Simulation.Engine;

/// <summary>A time at the web role and one at the application.</summary>
[InlineArray(2)]
internal struct Moments
{
    private long _first;
}
