namespace OpsGame.Simulation.Engine;

/// <summary>Where a request is between two events.</summary>
internal enum Phase : byte
{
    Free,

    /// <summary>Its user waits before trying again.</summary>
    Backoff,

    /// <summary>On a wire, at the cache, or waiting for a timeout: an event will move it.</summary>
    Travelling,

    /// <summary>A message of it is in an uplink.</summary>
    OnLink,
    InThreadQueue,

    /// <summary>At the door of a role that has enough requests of its class.</summary>
    InBulkhead,

    /// <summary>In the hands of a process that does nothing.</summary>
    Hung,

    /// <summary>Waits for its event loop.</summary>
    InRunQueue,

    /// <summary>Has a core, or its share of the cores.</summary>
    OnCore,

    /// <summary>Holds its thread and waits for something that needs no core.</summary>
    Waiting,
    InLockQueue,

    /// <summary>Waits for a connection of the pooler to the node.</summary>
    InPoolerQueue,

    /// <summary>Waits for its table behind an ALTER.</summary>
    InTableQueue,
    InSlotQueue,

    /// <summary>Holds a slot while a key comes from disk.</summary>
    ReadingDisk,

    /// <summary>Waits for a connection of its process's pool.</summary>
    InPoolQueue,

    /// <summary>Waits for its process's mutex.</summary>
    InMutexQueue,

    /// <summary>Waits at the cache or the edge for another request's answer.</summary>
    InFlight,

    /// <summary>Waits for the queue to take its message.</summary>
    InPublish,

    /// <summary>Waits at a balancer for a target with room.</summary>
    InBalancerQueue,
    /// <summary>Waits for one of the balancer's cores for handshakes.</summary>
    InTlsQueue,

    /// <summary>Has one of them.</summary>
    ShakingHands,
}
