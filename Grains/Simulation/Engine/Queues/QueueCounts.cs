namespace OpsGame.Simulation.Engine.Queues;

/// <summary>What happened at a queue in a second.</summary>
internal struct QueueCounts
{
    public int Published;
    public int Refused;
    public int Done;

    /// <summary>Deliveries after a message's first.</summary>
    public int Redelivered;

    /// <summary>Deliveries that failed; what a worker lost was redelivered later.</summary>
    public int Failed;
    public int DoneTwice;
}
