using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Server.Kinds;

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
