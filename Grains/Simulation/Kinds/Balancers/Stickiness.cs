namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>Whether a browser's requests go to the server that had its last ones.</summary>
public enum Stickiness
{
    None,

    /// <summary>A cookie names the server, also while that one drains.</summary>
    Cookie,

    /// <summary>The browser's address decides: as long as the same servers serve, it is the same one.</summary>
    Address,
}
