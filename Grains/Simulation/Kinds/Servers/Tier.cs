namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>What a server is to its callers.</summary>
public enum Tier
{
    /// <summary>Users reach it.</summary>
    Whole,

    /// <summary>It has the application, and web servers reach it.</summary>
    App,
}
