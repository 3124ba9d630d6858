using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Dns;

internal static class DnsReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const int MostTargets = 100;

    public static DnsSpec? Read(
        MapReader root, ImmutableArray<ServerSpec> servers, BalancerSpec? balancer, EdgeSpec? edge, ComponentNames names)
    {
        if (root.Map("dns") is not { } map) return null;
        string?[] others = [balancer?.Id, edge?.Cache.Id];
        string[] known = [.. servers.Select(server => server.Id), .. others.OfType<string>()];
        var targets = ImmutableArray.CreateBuilder<string>();
        foreach (var target in map.List("targets", "target", MostTargets, required: true))
        {
            var to = target.Read("to", Notations.Reference("server, balancer or edge", known), "");
            if (targets.Contains(to)) target.Reading.Add(target.At("to"), "duplicate", $"'{to}' is a target already");
            else targets.Add(to);
            target.Close();
        }

        var dns = new DnsSpec(
            names.ClaimOr(map, "dns", DnsState.Kind),
            targets.ToImmutable(),
            map.ReadOr("ttl", 60 * Second, Settable.Duration("set-record-ttl", "seconds")),
            map.ReadOr("resolvers", 50, Notations.Count.Between(1, 10_000)),
            map.ReadOr("lookup", 20 * Nanoseconds.PerMillisecond, Notations.Duration.Between(0, 10 * Second)));
        map.Close();
        return dns;
    }
}
