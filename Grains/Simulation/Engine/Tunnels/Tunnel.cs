namespace OpsGame.Simulation.Engine.Tunnels;

internal enum TunnelStage : byte
{
    Free,

    /// <summary>A server has it; the answer that says so is on its way to the user.</summary>
    Opening,
    Open,

    /// <summary>No server has it any more, and its user does not know yet.</summary>
    Lost,
}

/// <summary>A connection that lasts: whose it is, and who holds it.</summary>
internal struct Tunnel
{
    public long Number;
    public long EndsNs;
    public int Class;

    /// <summary>Counts whose this place in the table was: a timer of an earlier one is stale.</summary>
    public int Life;

    /// <summary>Its place among the fleet's roles, and the process there.</summary>
    public int Role;
    public int Process;

    /// <summary>At the balancer; −1: it leads to the server itself.</summary>
    public int Target;

    /// <summary>Messages that went over it.</summary>
    public int Said;
    public int NextFree;
    public TunnelStage Stage;

    /// <summary>A process has it.</summary>
    public readonly bool IsHeld => Stage is TunnelStage.Opening or TunnelStage.Open;
}
