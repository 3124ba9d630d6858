using OpsGame.Simulation.Engine.Balancers;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Databases;
using OpsGame.Simulation.Engine.Entry;
using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Queues;
using OpsGame.Simulation.Engine.Roles;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Tunnels;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Plane;

/// <summary>
/// The stations of an estate, each made after those it uses. Here one more is added; what it does, its folder says.
/// </summary>
internal sealed class Stations
{
    /// <summary>Numbers of servers' checks of themselves, beside those of the balancers' probes and of warm-ups.</summary>
    private const long OwnChecksFrom = 1L << 40;

    public Stations(Kernel kernel, Scenario scenario, ulong seed, bool sampleTraces)
    {
        var (warmed, probes) = (new Numbering(WarmUps.FirstNumber), new Numbering(0));
        Watch = new WatchStation(kernel, scenario, sampleTraces);
        Users = new UserStation(kernel, Watch, scenario, seed);
        Links = new LinkStation(kernel, Users, scenario);
        Servers = new ServerStation(kernel, Watch, Users, Links, scenario);
        _ = new CheckStation(kernel, Servers, new Numbering(OwnChecksFrom));
        Caches = [.. Shelves(kernel, scenario, seed).Select(shelf =>
            new CacheStation(kernel, Watch, Users, Links, Servers.Fleet, shelf, warmed))];
        if (scenario.Database is not null) Database = new DatabaseStation(kernel, Watch, Users, Servers, Caches, scenario);
        if (scenario.Spec<QueueSpec>() is { } queue)
            Queue = new QueueStation(
                kernel, Watch, Users, Links, Servers, queue, scenario.Sizes.Max(size => size.MemoryMiB), seed);
        _ = new RoleStation(kernel, Watch, Users, Links, Servers, Caches[0], Database, Queue, scenario, seed);
        if (scenario.Balancer is { } outer)
            Outer = new BalancerStation(kernel, Watch, Users, Links, Servers, probes, outer, 0, scenario, seed);
        if (scenario.Inner is { } inner)
            Inner = new BalancerStation(kernel, Watch, Users, Links, Servers, probes, inner, 1, scenario, seed);
        var edge = Array.Find(Caches, cache => cache.IsEdge);
        Balancers = [.. new[] { Outer, Inner }.OfType<BalancerStation>()];
        Entry = new WayIn(kernel, Watch, Users, Links, Servers, edge, Database, Outer, Inner, scenario, seed);
        if (scenario.Classes.Any(users => users.LongLived is not null))
            Tunnels = new TunnelStation(kernel, Users, Links, Servers, Outer, seed);
        Versions = new ServingVersions(kernel, Users, Servers, Outer, Inner, scenario);
    }

    public WatchStation Watch { get; }

    public UserStation Users { get; }

    public LinkStation Links { get; }

    public ServerStation Servers { get; }

    /// <summary>The one beside the application servers, there or not, and the edge if there is one.</summary>
    public CacheStation[] Caches { get; }

    public DatabaseStation? Database { get; }

    public QueueStation? Queue { get; }

    public BalancerStation? Outer { get; }

    public BalancerStation? Inner { get; }

    public WayIn Entry { get; }

    /// <summary>Null: no connections last.</summary>
    public TunnelStation? Tunnels { get; }

    public ServingVersions Versions { get; }

    public BalancerStation[] Balancers { get; }

    private IEnumerable<CacheShelf> Shelves(Kernel kernel, Scenario scenario, ulong seed)
    {
        yield return new CacheShelf(kernel, Users, Links, scenario, seed, isEdge: false);
        if (scenario.Edge is not null) yield return new CacheShelf(kernel, Users, Links, scenario, seed, isEdge: true);
    }
}
