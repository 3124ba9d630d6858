namespace OpsGame.Simulation.Ticks;

public enum Bound
{
    /// <summary>It takes this long.</summary>
    Exactly,

    /// <summary>It may be over sooner: when nothing is left to drain.</summary>
    AtMost,

    /// <summary>Some of its steps end when something has come about.</summary>
    About,

    /// <summary>It is over when the last request there has been answered; nobody knows when.</summary>
    Open,
}

/// <summary>What a component is in the middle of.</summary>
/// <param name="Subject">Which of several; empty: there is only one.</param>
/// <param name="EndsNs">0: by no clock.</param>
/// <param name="Drains">Requests may finish meanwhile; nothing new comes to them.</param>
internal sealed record Operation(string Name, string Subject, long EndsNs, Bound Bound = Bound.Exactly, bool Drains = false);
