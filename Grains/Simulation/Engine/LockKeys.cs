using System.Runtime.CompilerServices;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine;

/// <summary>Keys a transaction locks, in the order it does.</summary>
[InlineArray(Limits.Locks)]
internal struct LockKeys
{
    private int _first;
}
