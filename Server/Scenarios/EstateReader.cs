using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Server.Kinds.Balancers;
using OpsGame.Server.Kinds.Breakers;
using OpsGame.Server.Kinds.Caches;
using OpsGame.Server.Kinds.Certificates;
using OpsGame.Server.Kinds.Databases;
using OpsGame.Server.Kinds.Dns;
using OpsGame.Server.Kinds.Racks;
using OpsGame.Server.Kinds.Servers;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>The hardware, and the order in which the rest of the estate is read: what is referred to comes first.</summary>
internal static class EstateReader
{
    private const int MostSizes = 20;
    private const int MostCores = 256;
    private const int MostMemoryMiB = 4 * 1024 * 1024;

    private const long MostPerHour = 1000 * Nanoseconds.PerSecond;

    public static Estate Read(MapReader root)
    {
        var names = new ComponentNames();
        var sizes = ReadSizes(root);
        var racks = RackReader.Read(root, names);
        var servers = ServerReader.Read(root, sizes, racks, names);
        var database = DatabaseReader.Read(root, sizes, servers, names);
        var cache = CacheReader.Read(root, racks, names);
        var balancer = BalancerReader.Read(root, "balancer", servers, names);
        var edge = CacheReader.ReadEdge(root, names);
        var dns = DnsReader.Read(root, servers, balancer, edge, names);
        var tls = CertificateReader.ReadTls(root, balancer);
        var certificate = CertificateReader.Read(root, tls, names);
        var spares = CertificateReader.ReadSpares(root, certificate, names);
        var inner = BalancerReader.Read(root, "inner", servers, names);
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
}
