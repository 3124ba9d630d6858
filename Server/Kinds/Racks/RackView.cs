using MessagePack;
using OpsGame.Server.Wire.Terms;

namespace OpsGame.Server.Kinds.Racks;

/// <summary>A rack.</summary>
/// <param name="Feeds">Its power feeds; one that works is enough.</param>
/// <param name="DarkFeeds">Those of them that have failed.</param>
/// <param name="Uplink">Busiest direction of its uplink in the last second, 0–1.</param>
/// <param name="UplinkWaitMs">The longer mean wait for it.</param>
[MessagePackObject]
public sealed record RackView(
    [property: Key("id")] string Id,
    [property: Key("units")] int Units,
    [property: Key("condition"), OneOf("on", "no-power", "no-uplink")] string Condition,
    [property: Key("feeds"), OneOf("a", "b")] string[] Feeds,
    [property: Key("darkFeeds"), OneOf("a", "b")] string[] DarkFeeds,
    [property: Key("uplink"), Exact(100)] double Uplink,
    [property: Key("uplinkWaitMs")] double UplinkWaitMs);
