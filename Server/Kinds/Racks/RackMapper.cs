using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Scenarios;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Kinds.Racks;

internal sealed class RackMapper : PartMapper<RackState, RackTelemetry, RackView>
{
    protected override RackView View(RackState rack, RackTelemetry? now, Scenario scenario) => new(
        rack.Id, rack.Units.Length, !rack.Powered ? "no-power" : rack.Uplinked ? "on" : "no-uplink",
        [.. Feeds(rack, (_, _) => true)], [.. Feeds(rack, (_, returnsNs) => returnsNs > 0)],
        Share(Math.Max(now?.UpShare ?? 0, now?.DownShare ?? 0)), Ms(Math.Max(now?.UpWaitNs ?? 0, now?.DownWaitNs ?? 0)));

    private static IEnumerable<string> Feeds(RackState rack, Func<string, long, bool> counts)
    {
        if (rack.Feeds.HasFlag(PowerFeeds.A) && counts("a", rack.FeedAReturnsNs)) yield return "a";
        if (rack.Feeds.HasFlag(PowerFeeds.B) && counts("b", rack.FeedBReturnsNs)) yield return "b";
    }
}
