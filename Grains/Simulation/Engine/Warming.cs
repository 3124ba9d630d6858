namespace OpsGame.Simulation.Engine;

/// <summary>Which cache a request warms.</summary>
internal enum Warming : byte
{
    None,
    Cache,
    Edge,
}
