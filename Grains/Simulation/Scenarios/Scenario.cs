using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Scenarios;

/// <summary>One drill's world before it starts: the system, its users, what will go wrong, and how it is scored.</summary>
/// <param name="Version">Raised by the author with every change that may move a score.</param>
/// <param name="ContentHash">Of the file's text: a log is only replayed on the very scenario it was played on.</param>
/// <param name="Order">Place in the library.</param>
public sealed record Scenario(
    string Id,
    int Version,
    string ContentHash,
    int Order,
    int Difficulty,
    LocalText Title,
    LocalText Summary,
    LocalText Teaches,
    LocalText Brief,
    long DurationNs,
    NetworkSpec Network,
    OperationsSpec Operations,
    ImmutableArray<ClassSpec> Classes,
    ImmutableArray<TrafficPoint> Traffic,
    ImmutableArray<SizeSpec> Sizes,
    ImmutableArray<RackSpec> Racks,
    ImmutableArray<ServerSpec> Servers,
    BalancerSpec? Balancer,
    CacheSpec? Cache,
    DatabaseSpec? Database,
    ImmutableArray<ReleaseSpec> Releases,
    ImmutableArray<FaultSpec> Faults,
    ImmutableArray<ObjectiveSpec> Objectives,
    ScoreSpec Score,
    EdgeSpec? Edge = null,
    DnsSpec? Dns = null,
    TlsSpec? Tls = null,
    CertificateSpec? Certificate = null) : ISpecs
{
    /// <summary>Between web and application servers; null: web servers ask the application servers in turn.</summary>
    public BalancerSpec? Inner { get; init; }

    /// <summary>What the balancer could serve in the certificate's place.</summary>
    public ImmutableArray<CertificateSpec> SpareCertificates { get; init; } = [];

    /// <summary>All there are, the one that is served at the start first.</summary>
    public IEnumerable<CertificateSpec> Certificates => Certificate is { } served ? SpareCertificates.Prepend(served) : [];

    /// <summary>Around every web role's calls to the application; null: none.</summary>
    public BreakerSpec? AppBreaker { get; init; }

    public ImmutableArray<ScalerSpec> Scalers { get; init; } = [];

    /// <summary>What the scenario says of further kinds, each found by its type.</summary>
    public ImmutableArray<object> More { get; init; } = [];

    /// <summary>What an operator may add where there is no cache (any more); null: nothing could be cached.</summary>
    public CacheOfferSpec? CacheOffer { get; init; }

    /// <summary>What is really wrong, and when; with them the root cause counts in the score.</summary>
    public ImmutableArray<CauseSpec> Causes { get; init; } = [];

    /// <summary>Faults that the seed draws; empty once it has.</summary>
    public ImmutableArray<DrawSpec> Draws { get; init; } = [];

    /// <summary>The seed has drawn some of the faults: all faults of the schedule then count as causes, as drawn.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>From vague to plain; taken in this order.</summary>
    public ImmutableArray<HintSpec> Hints { get; init; } = [];

    /// <summary>What people are asked about what comes; null: nothing.</summary>
    public BetSpec? Bet { get; init; }

    /// <summary>What the drill was about, to read when it is over; null: nothing to add.</summary>
    public LocalText? Notes { get; init; }

    /// <summary>All of it that a noun may ask for by type, in the order in which rules see it.</summary>
    private IEnumerable<object?> Parts =>
    [
        this, Operations, Network, Score, Balancer, Inner, Cache, Edge, CacheOffer, Database, Dns, Tls, .. Certificates,
        .. Classes, .. Sizes, .. Racks, .. Servers, .. Scalers, .. Releases, .. More,
    ];

    /// <summary>Where requests come from.</summary>
    public IEnumerable<string> Sources => Classes.Select(users => users.Source).Distinct();

    /// <summary>Ids of all feature flags.</summary>
    public ImmutableArray<string> Flags =>
        [.. Classes.SelectMany(users => users.Features).Select(feature => feature.Id).Distinct()];

    public T? Spec<T>()
        where T : class => Parts.OfType<T>().FirstOrDefault();

    public ImmutableArray<T> Specs<T>()
        where T : class => [.. Parts.OfType<T>()];

    public SizeSpec Size(string id) => Sizes.First(size => size.Id == id);

    /// <summary>What a server with these roles is to its callers; null: they do not choose it.</summary>
    public Tier? TierOf(bool web, bool app, bool worker) =>
        web ? Tier.Whole
        : worker ? Tier.Worker
        : !app ? null
        : Servers.Any(server => server.Roles.Any(role => role.Role == Role.Web)) ? Tier.App : Tier.Whole;

    public Tier? TierOf(ServerSpec server)
    {
        var roles = server.Roles;
        return TierOf(Has(Role.Web), Has(Role.App), Has(Role.Worker));

        bool Has(Role wanted) => roles.Any(role => role.Role == wanted);
    }

    public BalancerSpec? BalancerOf(Tier tier) => tier switch
    {
        Tier.Whole => Balancer,
        Tier.App => Inner,
        _ => null,
    };

    /// <summary>A balancer's targets from the first moment.</summary>
    public IEnumerable<ServerSpec> TargetsOf(BalancerSpec balancer) =>
        Servers.Where(server => server.Attached && TierOf(server) is { } tier && BalancerOf(tier)?.Id == balancer.Id);
}
