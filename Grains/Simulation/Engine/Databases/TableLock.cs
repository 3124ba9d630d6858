namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// The lock of a table. Every transaction shares it to its end (PostgreSQL's ACCESS SHARE and ROW EXCLUSIVE); one that alters the
/// table has it alone (ACCESS EXCLUSIVE). First come, first served: who comes after an ALTER waits behind it.
/// </summary>
internal sealed class TableLock(string name)
{
    public RequestList Queue = new();

    public string Name { get; } = name;

    /// <summary>Transactions that have it.</summary>
    public int Sharers { get; set; }

    /// <summary>An ALTER waits for it or has it, so nobody else comes in.</summary>
    public bool Shut { get; set; }
}
