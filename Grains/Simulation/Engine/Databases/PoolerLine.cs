namespace OpsGame.Simulation.Engine.Databases;

/// <summary>A pooler's connections to one node of the database, and who waits for one.</summary>
internal sealed class PoolerLine
{
    public RequestList Queue = new();

    /// <summary>Opened so far and kept; 0 again when the node ends.</summary>
    public int Open { get; set; }

    /// <summary>Of them, those that a client has, for a call or for its session.</summary>
    public int Busy { get; set; }
}
