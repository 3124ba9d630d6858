using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks;

/// <summary>A rack: which server sits in which unit (empty: free), and whether it has power and its uplink.</summary>
/// <param name="PowerReturnsNs">When its own power is back; 0: it has not failed. Likewise of each feed, and of the
/// uplink.</param>
[GenerateSerializer, Immutable]
public sealed record RackState(
    string Id,
    ImmutableArray<string> Units,
    bool Powered,
    long PowerReturnsNs,
    PowerFeeds Feeds = PowerFeeds.Both,
    long FeedAReturnsNs = 0,
    long FeedBReturnsNs = 0,
    long UplinkReturnsNs = 0) : IComponent
{
    public static ComponentKind Kind { get; } = new("rack", 10);

    public bool Uplinked => UplinkReturnsNs == 0;

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(Units.Length);
        foreach (var each in Units) hash.Add(each);
        hash.Add(Powered);
        hash.Add(PowerReturnsNs);
        hash.Add((long)Feeds);
        hash.Add(FeedAReturnsNs);
        hash.Add(FeedBReturnsNs);
        hash.Add(UplinkReturnsNs);
    }
}
