using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>What stands there at the start: sizes, racks, servers, and the components between them.</summary>
internal sealed record Estate(
    ImmutableArray<SizeSpec> Sizes, ImmutableArray<RackSpec> Racks, ImmutableArray<ServerSpec> Servers,
    BalancerSpec? Balancer, BalancerSpec? Inner, CacheSpec? Cache, DatabaseSpec? Database, BreakerSpec? AppBreaker,
    ComponentNames Names,
    EdgeSpec? Edge = null, DnsSpec? Dns = null, TlsSpec? Tls = null, CertificateSpec? Certificate = null)
{
    /// <summary>What the balancer could serve in the certificate's place.</summary>
    public ImmutableArray<CertificateSpec> SpareCertificates { get; init; } = [];

    /// <summary>What <see cref="PartReader"/>s found.</summary>
    public ImmutableArray<object> Parts { get; init; } = [];

    /// <summary>Null: there is none.</summary>
    public T? Part<T>()
        where T : class => Parts.OfType<T>().FirstOrDefault();

    public bool Has(Role role) => Servers.Any(server => server.Roles.Any(has => has.Role == role));

    /// <summary>Servers with the application that users do not reach themselves.</summary>
    public bool HasAppTier => Has(Role.Web) && Servers.Any(server =>
        server.Roles.Any(role => role.Role == Role.App) && !server.Roles.Any(role => role.Role == Role.Web));
}

/// <summary>The hardware, and the order in which the rest of the estate is read: what is referred to comes first.</summary>
internal static class EstateReader
{
    private const int MostSizes = 20;
    private const int MostCores = 256;
    private const int MostMemoryMiB = 4 * 1024 * 1024;

    /// <summary>A full-height rack.</summary>
    private const int MostUnits = 48;

    private const long MostPerHour = 1000 * Nanoseconds.PerSecond;

    public static Estate Read(MapReader root)
    {
        var names = new ComponentNames();
        var sizes = ReadSizes(root);
        var racks = ReadRacks(root, names);
        var servers = ServerReader.Read(root, sizes, racks, names);
        var database = DatabaseReader.Read(root, sizes, servers, names);
        var cache = TierReader.ReadCache(root, racks, names);
        var balancer = TierReader.ReadBalancer(root, "balancer", servers, names);
        var edge = EntryReader.ReadEdge(root, names);
        var dns = EntryReader.ReadDns(root, servers, balancer, edge, names);
        var tls = EntryReader.ReadTls(root, balancer);
        var certificate = EntryReader.ReadCertificate(root, tls, names);
        var spares = EntryReader.ReadSpares(root, certificate, names);
        var inner = TierReader.ReadBalancer(root, "inner", servers, names);
        var breakers = root.Map("breakers");
        var app = BreakerReader.Read(breakers, "app");
        database = database is null ? null : database with { Breaker = BreakerReader.Read(breakers, "database") };
        breakers?.Close();
        var estate = new Estate(sizes, racks, servers, balancer, inner, cache, database, app, names, edge, dns, tls, certificate)
        {
            SpareCertificates = spares,
            Parts = [.. PartReader.All.Select(part => part.Read(root, names)).OfType<object>()],
        };
        if (estate.Part<QueueSpec>() is null && estate.Has(Role.Worker))
            root.Reading.Add(
                root.At("servers"), "dangling", "workers take messages from a queue, but the scenario has no 'queue'");
        if (inner is not null && !estate.HasAppTier)
            root.Reading.Add(
                root.At("inner"), "impossible",
                "an inner balancer stands between servers with the web role and servers with the app role and no web role; "
                + "there are none");
        return estate;
    }

    private static ImmutableArray<SizeSpec> ReadSizes(MapReader root)
    {
        var names = new TakenNames("size");
        var sizes = ImmutableArray.CreateBuilder<SizeSpec>();
        foreach (var map in root.List("sizes", "size", MostSizes, required: true))
        {
            sizes.Add(new SizeSpec(
                names.Claim(map),
                map.Read("cores", Notations.Count.Between(1, MostCores), 1),
                map.Read("memory", Notations.Memory.Between(128, MostMemoryMiB), 1024),
                map.Read("price", Notations.Price.Between(0, MostPerHour), 0),
                map.ReadOr("disk", 0, Notations.Memory.Between(1, Limits.DiskMiB).Or("endless", 0))));
            map.Close();
        }

        return sizes.ToImmutable();
    }

    private static ImmutableArray<RackSpec> ReadRacks(MapReader root, ComponentNames names)
    {
        var racks = ImmutableArray.CreateBuilder<RackSpec>();
        foreach (var map in root.List("racks", "rack", Limits.Components, required: true))
        {
            racks.Add(new RackSpec(
                names.Claim(map, RackState.Kind),
                map.Read("units", Notations.Count.Between(1, MostUnits), MostUnits),
                map.ReadOr("zone", "", Notations.Id, "the same for all"),
                map.ReadOr("feeds", PowerFeeds.Both, Notations.OneOf<PowerFeeds>()),
                map.ReadOr("uplink", 0, Notations.BitRate.Between(1e6, 1e12).Or("endless", 0)))
            {
                UplinkDiscipline = map.ReadOr("uplink-discipline", UplinkDiscipline.Fair, Notations.OneOf<UplinkDiscipline>()),
            });
            map.Close();
        }

        return racks.ToImmutable();
    }
}
