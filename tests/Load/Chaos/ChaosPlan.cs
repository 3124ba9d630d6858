namespace OpsGame.Load.Chaos;

/// <summary>How often what is done to which servers. Lanes: groups of servers it is done to side by side.</summary>
internal sealed record ChaosPlan(
    int KillsStart, int KillsPlay, int Stops, TimeSpan StopFor, string[] Databases, int Seed, string Server, int Lanes)
{
    /// <summary>The same chance for the same round, whatever else is run.</summary>
    public Random ChanceOf(string kind, int round)
    {
        var mixed = kind.Aggregate(Seed, (sum, letter) => unchecked((sum * 31) + letter));
        return new Random(unchecked((mixed * 1_000_003) + round));
    }
}
