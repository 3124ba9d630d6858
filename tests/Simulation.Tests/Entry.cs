using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Tests;

/// <summary>Scenarios with a way from the users to the entry.</summary>
internal static class Entry
{
    /// <summary>Every class's users are so many browsers.</summary>
    public static Scenario From(this Scenario scenario, int clients, double keepAliveSeconds = 75) => scenario with
    {
        Classes = [.. scenario.Classes.Select(users => users with { Clients = clients })],
        Network = scenario.Network with { KeepAliveNs = Estates.Seconds(keepAliveSeconds) },
    };

    public static TlsSpec Tls(
        TlsEnd end, TlsVersion version = TlsVersion.Tls13, double fullMs = 1, double resumedMs = 0.2,
        double ticketSeconds = 7_200, int cores = 2) =>
        new(end, version, cores, Estates.Fixed(fullMs), Estates.Fixed(resumedMs), Estates.Seconds(ticketSeconds));

    public static DnsSpec Dns(double ttlSeconds, params string[] targets) =>
        new("dns", [.. targets], Estates.Seconds(ttlSeconds), 50, 20_000_000);

    public static CertificateSpec Certificate(double expiresSeconds) =>
        new("certificate", Estates.Seconds(expiresSeconds), Estates.Seconds(30), Estates.Seconds(90 * 86_400));

    public static EdgeSpec Edge(int capacity, double ttlSeconds, long lookupNs = 200_000) =>
        new(new CacheSpec("edge", "", capacity, Estates.Seconds(ttlSeconds), lookupNs), 5_000_000, 10_000_000);

    /// <summary>The contended estate behind name, edge, handshakes on one core and a certificate that soon expires.</summary>
    public static Scenario WithEverything()
    {
        var (contended, edge) = (Estates.Contended(), Edge(100, 10));
        return contended.From(300, keepAliveSeconds: 2) with
        {
            Classes =
            [
                contended.Classes[0] with { Clients = 300, EdgeCacheable = true },
                contended.Classes[1] with { Clients = 20, Publishes = "mail" },
                contended.Classes[1] with
                {
                    Id = "mail", IsJob = true, RatePerSecond = 1, Web = null, App = Estates.Exp(30), Exclusive = null,
                    Clients = 0,
                    PatienceNs = 0, Data = "", OnceOnly = true,
                },
            ],
            Servers =
            [
                .. contended.Servers,
                new ServerSpec(
                    "worker-1", "rack-b", "size", "v1", false, [new RoleSpec(Role.Worker, 2, 4, 0, 200, 2, LimitMiB: 300)]),
            ],
            More = [new QueueSpec(
                "queue", Limit: 500, BlockNs: Estates.Seconds(1), VisibilityNs: Estates.Seconds(5), ByKey: true)],
            Edge = edge with { Cache = edge.Cache with { SingleFlight = true, InvalidateOnWrite = true } },
            Dns = Dns(3, "edge", "balancer", "web-1"),
            Tls = Tls(TlsEnd.Balancer, TlsVersion.Tls12, cores: 1, ticketSeconds: 5) with
            {
                Full = Estates.Exp(15), Backlog = 40,
            },
            Certificate = Certificate(20) with { RenewalNs = Estates.Seconds(3), ValidNs = Estates.Seconds(15) },
            SpareCertificates =
            [
                Spare("spare", 30) with { RenewalNs = Estates.Seconds(3), ValidNs = Estates.Seconds(15) },
                Spare("stranger", 90) with { Covers = false },
            ],
        };
    }

    public static CertificateSpec Spare(string id, double expiresSeconds) => Certificate(expiresSeconds) with { Id = id };

    /// <summary>The balancer passes bytes on; the servers shake hands.</summary>
    public static Scenario PassedOn() =>
        Estates.Whole().From(200, keepAliveSeconds: 3) with { Tls = Tls(TlsEnd.Server, fullMs: 10) };

    /// <summary>No balancer: a name leads to the servers, and only some users come as browsers.</summary>
    public static Scenario ByName()
    {
        var whole = Estates.Whole();
        return whole with
        {
            Classes = [whole.Classes[0] with { Clients = 100 }, whole.Classes[1]],
            Balancer = null,
            Dns = Dns(5, "web-1", "web-2", "web-3"),
            Tls = Tls(TlsEnd.Server, TlsVersion.Tls12, fullMs: 10),
            Certificate = Certificate(10) with { RenewalNs = Estates.Seconds(3), ValidNs = Estates.Seconds(15) },
        };
    }
}
