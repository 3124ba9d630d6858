using System.Collections.Immutable;

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
    public SizeSpec Size(string id) => Sizes.First(size => size.Id == id);
}

/// <summary>A text in both languages of the product.</summary>
[GenerateSerializer, Immutable]
public sealed record LocalText(string En, string Ko);

/// <summary>One-way delays. Defaults 10 ms user ↔ balancer, 0.2 ms same rack, 0.5 ms other rack; all 0 for a naked station.</summary>
/// <param name="KeepAliveNs">A user's connection stays open this long after the last request was sent or answered on it; default 75 s
/// (nginx's keepalive_timeout).</param>
public sealed record NetworkSpec(
    long InternetNs, long SameRackNs, long OtherRackNs, long KeepAliveNs = 75 * Nanoseconds.PerSecond);

/// <summary>How long an operator's work takes. Defaults: boot 60 s, restart 10 s, reload 2 s, install 20 s.</summary>
/// <param name="ShutdownNs">Worker shutdown timeout: how long replaced processes may finish what they hold. 0: as long as they want, the
/// default, as nginx's worker_shutdown_timeout.</param>
public sealed record OperationsSpec(long BootNs, long RestartNs, long ReloadNs, long InstallNs, long ShutdownNs = 0);

/// <summary>A moment of the traffic profile: all classes' rates times Factor, linear between points, constant after the last.</summary>
public sealed record TrafficPoint(long AtNs, double Factor);

/// <summary>A server size. Price in billionths of a dollar an hour.</summary>
/// <param name="DiskMiB">Room for logs; full, the application answers with errors and the database cannot write. 0: never full.</param>
public sealed record SizeSpec(string Id, int Cores, int MemoryMiB, long NanoDollarsPerHour, int DiskMiB = 0);

public sealed record RackSpec(string Id, int Units);

/// <summary>What the drill asks for, in words.</summary>
public sealed record ObjectiveSpec(string Id, LocalText Text);
