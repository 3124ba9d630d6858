namespace OpsGame.Simulation.Components;

/// <summary>
/// Kinds of one stage tick side by side; later stages see what earlier ones decided in the same tick.
/// </summary>
public enum Stage
{
    Places,
    Machines,
    Traffic,
    Operators,
}
