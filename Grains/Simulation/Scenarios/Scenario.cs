using System.Collections.Immutable;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Servers;

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
    CertificateSpec? Certificate = null)
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

    /// <summary>What an operator may add where there is no cache (any more); null: nothing could be cached.</summary>
    public CacheOfferSpec? CacheOffer { get; init; }

    /// <summary>What is really wrong, and when; with them the root cause counts in the score.</summary>
    public ImmutableArray<CauseSpec> Causes { get; init; } = [];

    /// <summary>From vague to plain; taken in this order.</summary>
    public ImmutableArray<HintSpec> Hints { get; init; } = [];

    /// <summary>What the drill was about, to read when it is over; null: nothing to add.</summary>
    public LocalText? Notes { get; init; }

    /// <summary>Where requests come from.</summary>
    public IEnumerable<string> Sources => Classes.Select(users => users.Source).Distinct();

    /// <summary>Ids of all feature flags.</summary>
    public ImmutableArray<string> Flags => [.. Classes.SelectMany(users => users.Features).Select(feature => feature.Id).Distinct()];

    public SizeSpec Size(string id) => Sizes.First(size => size.Id == id);

    /// <summary>What a server with these roles is to its callers; null: they do not choose it.</summary>
    public Tier? TierOf(Func<Role, bool> has) =>
        has(Role.Web) ? Tier.Whole
        : !has(Role.App) ? null
        : Servers.Any(server => server.Roles.Any(role => role.Role == Role.Web)) ? Tier.App : Tier.Whole;

    public Tier? TierOf(ServerSpec server) => TierOf(wanted => server.Roles.Any(role => role.Role == wanted));

    public BalancerSpec? BalancerOf(Tier tier) => tier == Tier.Whole ? Balancer : Inner;

    /// <summary>A balancer's targets from the first moment.</summary>
    public IEnumerable<ServerSpec> TargetsOf(BalancerSpec balancer) =>
        Servers.Where(server => server.Attached && TierOf(server) is { } tier && BalancerOf(tier)?.Id == balancer.Id);
}

/// <summary>A text in both languages of the product.</summary>
[GenerateSerializer, Immutable]
public sealed record LocalText(string En, string Ko);

/// <summary>One-way delays. Defaults 10 ms user ↔ balancer, 0.2 ms same rack, 0.5 ms other rack, 1.5 ms other zone; all 0 for a naked station.</summary>
/// <param name="KeepAliveNs">A user's connection stays open this long after the last request was sent or answered on it; default 75 s
/// (nginx's keepalive_timeout).</param>
public sealed record NetworkSpec(
    long InternetNs, long SameRackNs, long OtherRackNs, long KeepAliveNs = 75 * Nanoseconds.PerSecond, long OtherZoneNs = 1_500_000);

/// <summary>How long an operator's work takes. Defaults: boot 60 s, restart 10 s, reload 2 s, install 20 s.</summary>
/// <param name="ShutdownNs">Worker shutdown timeout: how long replaced processes may finish what they hold. 0: as long as they want, the
/// default, as nginx's worker_shutdown_timeout.</param>
public sealed record OperationsSpec(long BootNs, long RestartNs, long ReloadNs, long InstallNs, long ShutdownNs = 0);

/// <summary>A moment of the traffic profile: all classes' rates times Factor, linear between points, constant after the last.</summary>
public sealed record TrafficPoint(long AtNs, double Factor);

/// <summary>A server size. Price in billionths of a dollar an hour.</summary>
/// <param name="DiskMiB">Room for logs; full, the application answers with errors and the database cannot write. 0: never full.</param>
public sealed record SizeSpec(string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0);

/// <param name="Zone">Racks with the same name here stand near each other; default: all of them.</param>
/// <param name="UplinkBitsPerSecond">Of each direction of its top-of-rack uplink, 1 Mbit/s – 1 Tbit/s; 0: messages never wait for it.</param>
public sealed record RackSpec(
    string Id, int Units, string Zone = "", PowerFeeds Feeds = PowerFeeds.Both, double UplinkBitsPerSecond = 0);

/// <summary>What a server is to its callers.</summary>
public enum Tier
{
    /// <summary>Users reach it.</summary>
    Whole,

    /// <summary>It has the application, and web servers reach it.</summary>
    App,
}

/// <summary>Help a team may ask for.</summary>
/// <param name="FromNs">Not before.</param>
/// <param name="Points">What it costs, 0–200.</param>
public sealed record HintSpec(long FromNs, int Points, LocalText Text);

/// <summary>What the drill asks for, in words.</summary>
public sealed record ObjectiveSpec(string Id, LocalText Text);
