using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>The way from the users to the entry: edge, name, handshakes, certificate.</summary>
internal static class EntryReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const int MostTargets = 100;
    private const int MostSpares = 4;

    private static readonly Notation<long> Delay = Notations.Duration.Between(0, 10 * Second);

    public static EdgeSpec? ReadEdge(MapReader root, ComponentNames names)
    {
        if (root.Map("edge") is not { } map) return null;
        var edge = new EdgeSpec(
            new CacheSpec(
                names.ClaimOr(map, "edge", CacheState.Kind), "",
                map.Read("capacity", Settable.Count("resize-cache", "capacity"), 0),
                map.Read("ttl", Settable.Duration("set-ttl", "seconds"), Second),
                map.ReadOr("lookup", 200_000, Notations.Duration.Between(0, Second)),
                map.ReadOr("jitter", 0, Settable.Number("set-jitter", "jitter")),
                map.ReadOr("single-flight", false, Notations.Flag),
                map.ReadOr("invalidate-on-write", false, Notations.Flag))
            {
                RevalidateNs = map.ReadOr("stale-while-revalidate", 0, TierReader.Revalidate),
            },
            map.ReadOr("user", 5 * Nanoseconds.PerMillisecond, Delay),
            map.ReadOr("origin", 10 * Nanoseconds.PerMillisecond, Delay));
        map.Close();
        return edge;
    }

    public static DnsSpec? ReadDns(
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
            map.ReadOr("lookup", 20 * Nanoseconds.PerMillisecond, Delay));
        map.Close();
        return dns;
    }

    public static TlsSpec? ReadTls(MapReader root, BalancerSpec? balancer)
    {
        if (root.Map("tls") is not { } map) return null;
        var tls = new TlsSpec(
            map.ReadOr("ends-at", balancer is null ? TlsEnd.Server : TlsEnd.Balancer, Notations.OneOf<TlsEnd>(),
                "balancer; server where there is none"),
            map.ReadOr("version", TlsVersion.Tls13, Notations.OneOf<TlsVersion>()),
            map.ReadOr("cores", 2, Notations.Count.Between(1, 256)),
            map.ReadIfThere("full", WorkNotation.Work, Fixed(500), "fixed(500us)") ?? Fixed(500),
            map.ReadIfThere("resumed", WorkNotation.Work, Fixed(100), "fixed(100us)") ?? Fixed(100),
            map.ReadOr("tickets", 7_200 * Second, Notations.Duration.Between(Second, 7 * 86_400 * Second).Or("none", 0)),
            map.ReadOr("shared-tickets", false, Notations.Flag),
            (int)map.ReadOr("handshake-limit", 0, Settable.Rate("set-handshake-limit", "handshakes", "none")),
            map.ReadOr("backlog", 4_096, Notations.Count.Between(1, Limits.Queue)));
        if (tls.End == TlsEnd.Balancer && balancer is null)
            map.Reading.Add(
                map.At("ends-at"), "dangling", "handshakes end at the balancer, but the scenario has no balancer; use server");
        map.Close();
        return tls;
    }

    public static CertificateSpec? ReadCertificate(MapReader root, TlsSpec? tls, ComponentNames names)
    {
        if (root.Map("certificate") is not { } map) return null;
        if (tls is null)
            map.Reading.Add(map.Node, "dangling", "a certificate is checked in TLS handshakes, but the scenario has no 'tls'");
        var certificate = Dated(map, names.ClaimOr(map, "certificate", CertificateState.Kind));
        map.Close();
        return certificate;
    }

    public static ImmutableArray<CertificateSpec> ReadSpares(MapReader root, CertificateSpec? served, ComponentNames names)
    {
        var spares = ImmutableArray.CreateBuilder<CertificateSpec>();
        foreach (var map in root.List("spare-certificates", "certificate", MostSpares))
        {
            if (served is null)
                map.Reading.Add(
                    map.Node, "dangling", "a spare certificate takes another one's place, but the scenario has no 'certificate'");
            spares.Add(Dated(map, names.Claim(map, CertificateState.Kind)) with
            {
                Covers = map.ReadOr("covers", true, Notations.Flag),
            });
            map.Close();
        }

        return spares.ToImmutable();
    }

    private static CertificateSpec Dated(MapReader map, string id) => new(
        id,
        map.Read("expires", Notations.Duration.Between(0, 400 * 86_400 * Second), Second),
        map.ReadOr("renewal", 30 * Second, Notations.Duration.Between(Second / 4, 3_600 * Second)),
        map.ReadOr("valid", 90 * 86_400 * Second, Notations.Duration.Between(Second, 400 * 86_400 * Second)),
        Chain: map.ReadOr("chain", CertificateChain.NewOnRenewal, Notations.OneOf<CertificateChain>()));

    /// <summary>What the users and their way to the entry ask of each other.</summary>
    public static void Check(MapReader root, ImmutableArray<ClassSpec> classes, Estate estate)
    {
        var clients = classes.Sum(users => (long)users.Clients);
        if (clients > Limits.Clients)
            root.Reading.Add(
                root.At("classes"), "out-of-range",
                $"{clients} clients of all classes are more than the {Limits.Clients} an estate may have");
        if (estate.Tls is not null && clients == 0)
            root.Reading.Add(root.At("tls"), "impossible", "nobody shakes hands: give a class 'clients', which open connections");
        if (clients == 0 && new[] { estate.Balancer, estate.Inner }.Any(one => one?.Forwarding.Sticky is > Stickiness.None))
            root.Reading.Add(
                root.At("classes"), "impossible", "nobody has a session that could be sticky: give a class 'clients'");
        foreach (var id in estate.Dns?.Targets ?? [])
        {
            if (estate.Servers.FirstOrDefault(server => server.Id == id) is not { } server) continue;
            foreach (var users in classes)
                if (!server.Roles.Any(role => role.Role == users.Entry) && !users.IsJob)
                    root.Reading.Add(
                        root.At("dns"), "impossible",
                        $"'{id}' cannot take '{users.Id}': it should have the {Kebab.Of(users.Entry)} role");
        }
    }

    private static WorkSpec Fixed(double microseconds) => new(WorkKind.Fixed, microseconds * 1000, 0);
}
