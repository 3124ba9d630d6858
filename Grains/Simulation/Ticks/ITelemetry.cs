namespace OpsGame.Simulation.Ticks;

/// <summary>What the engine measured at a component in a second.</summary>
public interface ITelemetry
{
    /// <summary>The component's.</summary>
    string Id { get; }
}
