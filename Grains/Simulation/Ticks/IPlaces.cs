namespace OpsGame.Simulation.Ticks;

/// <summary>A directive after which the estate has a component more; its own rule is asked from the next tick on.</summary>
public interface IPlaces
{
    IComponent Placed { get; }
}

/// <summary>A directive after which a component is gone.</summary>
public interface IRemoves
{
    /// <summary>Its id.</summary>
    string Removed { get; }
}
