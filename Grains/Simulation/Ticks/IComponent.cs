using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Ticks;

/// <summary>A component's state, as its owner keeps it from tick to tick.</summary>
public interface IComponent
{
    string Id { get; }

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    void AddTo(ref StateHash hash);
}
