using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Entry;

/// <summary>The stations between users and whoever lets them in, with what they share.</summary>
internal sealed class WayIn
{
    public WayIn(
        Kernel kernel, WatchStation watch, UserStation users, LinkStation links, ServerStation servers, CacheStation? edge,
        DatabaseStation? database, BalancerStation? outer, BalancerStation? inner, Scenario scenario, ulong seed)
    {
        var addresses = new Addresses(users, servers.Fleet, outer, scenario.Edge?.Cache.Id);
        if (outer is null) _ = new EntryStation(kernel, addresses, links, servers, database, inner);
        if (scenario.Dns is { } spec) Dns = new DnsStation(kernel, watch, addresses, spec, seed);
        var browsers = new Browsers(kernel.Queue, users, addresses, Dns, outer, scenario);
        var knocking = new Knocking(kernel.Queue, servers.Fleet, addresses, outer);
        var ways = new Ways(kernel.Queue, links, edge, scenario.Tls);
        var connections = new ConnectionStation(
            kernel, watch, users, links, servers, addresses, Dns, browsers, knocking, ways, scenario);
        _ = new HandshakeStation(
            kernel, watch, users, links, servers, addresses, connections, browsers, knocking, ways, outer, scenario);
        _ = new HangUpStation(kernel, users, links, servers, outer);
        browsers.Warm(seed);
    }

    /// <summary>Null: users know the entry's address.</summary>
    public DnsStation? Dns { get; }
}
