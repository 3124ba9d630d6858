namespace OpsGame.Simulation.Alerts;

/// <summary>How near to a cause an alert is, the nearest first. Of many alerts the nearest are looked into first.</summary>
public enum Nearness
{
    /// <summary>Something is broken or standing still.</summary>
    Broken,

    /// <summary>Something is used up.</summary>
    Full,

    /// <summary>Something gets no requests any more.</summary>
    LeftOut,

    /// <summary>Users notice.</summary>
    Suffering,
}
