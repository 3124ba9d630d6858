namespace OpsGame.Simulation.Engine;

/// <summary>What a circuit breaker does with calls.</summary>
public enum Circuit
{
    /// <summary>Calls go out and are watched.</summary>
    Closed,

    /// <summary>No call goes out.</summary>
    Open,

    /// <summary>A few go out to try.</summary>
    HalfOpen,
}
