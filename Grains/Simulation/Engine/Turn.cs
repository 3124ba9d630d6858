namespace OpsGame.Simulation.Engine;

/// <summary>
/// When a station's turn comes: in the state hash as recorded histories were hashed, among the rows of a report as a request
/// goes. Whoever joins later comes last.
/// </summary>
internal readonly record struct Turn(int InHash, int InReport)
{
    public static readonly Turn Last = new(int.MaxValue, int.MaxValue);
}
