namespace OpsGame.Simulation.Engine;

/// <summary>Numbers requests that no user sends, one after another, whoever sends them: their luck hangs on it.</summary>
internal sealed class Numbering(long first)
{
    private long _next = first;

    public long Next() => _next++;
}
