using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>The two power feeds of the site, as targets of faults.</summary>
public static class PowerFeed
{
    public static ComponentKind Kind { get; } = new("feed", 120);

    public const string A = "feed-a";

    public const string B = "feed-b";

    /// <summary>Of an id that was checked.</summary>
    public static PowerFeeds Of(string id) => id == A ? PowerFeeds.A : PowerFeeds.B;
}
