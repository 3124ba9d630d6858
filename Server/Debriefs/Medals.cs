namespace OpsGame.Server.Debriefs;

/// <summary>
/// Gold is par's own score on the same luck; silver and bronze stand at two thirds and one third of the way to it from what
/// doing nothing scores. So a medal always says that something was done.
/// </summary>
internal sealed record Medals(int Gold, int Silver, int Bronze)
{
    public static Medals Between(int nothing, int par)
    {
        var way = Math.Max(3, par - nothing);
        return new Medals(nothing + way, nothing + ((2 * way) + 2) / 3, nothing + (way + 2) / 3);
    }
}
