namespace OpsGame.Simulation.Engine.Queues;

/// <summary>A job as the queue holds it.</summary>
internal struct Message
{
    /// <summary>When its first request was sent; likewise Since: when the queue took it.</summary>
    public long Born;
    public long Since;

    /// <summary>When a worker first got it; −1: none has.</summary>
    public long Started;
    public long Number;
    public int Class;
    public int Key;

    /// <summary>Deliveries so far.</summary>
    public int Tries;

    /// <summary>Counts this slot's jobs, and whatever happens to one: a receipt or a timer of before is stale.</summary>
    public int Life;
    public int Epoch;
    public Place Place;

    /// <summary>Whoever takes it is killed.</summary>
    public bool Poison;

    /// <summary>So late that it is worth nothing: it has been counted so, and is not counted again.</summary>
    public bool Overdue;

    /// <summary>In the list of its place; likewise among all that are not dead, in the order in which they came.</summary>
    public Links InPlace;
    public Links InOrder;
}

/// <summary>Where a message is.</summary>
internal enum Place : byte
{
    Free,
    Ready,

    /// <summary>Behind another one with its key.</summary>
    BehindItsKey,

    /// <summary>Until its back-off is over.</summary>
    Delayed,

    /// <summary>A worker has it; nobody else sees it until the visibility timeout is over.</summary>
    InFlight,
    Dead,
}

/// <summary>A place in a <see cref="MessageList"/>.</summary>
internal struct Links
{
    public int Next;
    public int Previous;
}
