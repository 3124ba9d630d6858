namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// A process's connections to one node of the database: what is open stays open, and an idle one is taken again.
/// </summary>
internal sealed class ConnectionPool
{
    public RequestList Queue = new();

    /// <summary>Its process runs, so what comes back is kept.</summary>
    public bool Running { get; set; }

    /// <summary>Its next callers are being served.</summary>
    public bool Waking { get; set; }

    /// <summary>Connections it has, or a call of it is about to open.</summary>
    public int Open { get; set; }

    /// <summary>Of them, those that carry a call.</summary>
    public int Busy { get; set; }

    /// <summary>Idle ones that have a connection of the pooler to the node.</summary>
    public int Linked { get; set; }

    public int TakeLinked()
    {
        var linked = Linked;
        Linked = 0;
        return linked;
    }
}
