using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Certificates;

/// <summary>Handshakes, the certificate they check, and others that could be served in its place.</summary>
internal static class CertificateReader
{
    private const long Second = Nanoseconds.PerSecond;
    private const int MostSpares = 4;

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

    public static CertificateSpec? Read(MapReader root, TlsSpec? tls, ComponentNames names)
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

    private static WorkSpec Fixed(double microseconds) => new(WorkKind.Fixed, microseconds * 1000, 0);
}
