using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>A change of a physical parameter: the only way the control plane reaches the data plane.</summary>
[GenerateSerializer, Immutable]
public abstract record Directive;

/// <summary>A new server stands in its rack (not yet accepting).</summary>
[GenerateSerializer, Immutable]
public sealed record PlaceServer(ServerState Server) : Directive;

/// <summary>A server on which nothing runs has other cores, memory and disk.</summary>
[GenerateSerializer, Immutable]
public sealed record ResizeServer(string Server, ServerSize Size) : Directive;

/// <summary>A server on which nothing runs stands in another rack.</summary>
[GenerateSerializer, Immutable]
public sealed record MoveServer(string Server, string Rack) : Directive;

/// <summary>How a server meets a new request.</summary>
public enum Reachability
{
    /// <summary>Takes requests.</summary>
    Accepting,

    /// <summary>Answers at once that nothing listens (connection refused).</summary>
    Refusing,

    /// <summary>Does not answer at all (no power, switched off): the caller waits for its connect timeout.</summary>
    Silent,
}

[GenerateSerializer, Immutable]
public sealed record SetReachability(string Server, Reachability Reachability) : Directive;

/// <summary>Everything on the server is lost now; callers further up get an error (reset) or, if silent, nothing.</summary>
[GenerateSerializer, Immutable]
public sealed record CutServer(string Server) : Directive;

/// <summary>A graceful reload: a new generation of the role's processes takes all new requests, the old one finishes what it holds.</summary>
/// <param name="ShutdownNs">Worker shutdown timeout: what the old generation still holds then is lost. 0: none.</param>
[GenerateSerializer, Immutable]
public sealed record ReloadRole(string Server, RoleState Role, long ShutdownNs) : Directive;

/// <summary>The application of a version starts on a port beside the one that serves.</summary>
/// <param name="Port">Index among the server's application ports.</param>
[GenerateSerializer, Immutable]
public sealed record StartBeside(string Server, RoleState Role, int Port, string Version) : Directive;

/// <summary>
/// The next generation of the web role hands requests on to another port. Those of the old one that still work know the old port
/// only; after a <see cref="CutRole"/> there are none.
/// </summary>
[GenerateSerializer, Immutable]
public sealed record SwitchPort(string Server, RoleState Web, int Port, long ShutdownNs) : Directive;

/// <summary>Nothing listens on a port any more; its processes finish what they hold.</summary>
[GenerateSerializer, Immutable]
public sealed record StopPort(string Server, int Port, long ShutdownNs) : Directive;

/// <summary>All a role holds is lost, and nothing listens until its next generation begins.</summary>
[GenerateSerializer, Immutable]
public sealed record CutRole(string Server, Role Role) : Directive;

/// <summary>Every request on the server logs Factor times as much.</summary>
[GenerateSerializer, Immutable]
public sealed record SetLogging(string Server, double Factor) : Directive;

/// <summary>Only the last so many MiB of logs stay on the disk; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record KeepLogs(string Server, int MiB) : Directive;

[GenerateSerializer, Immutable]
public sealed record ClearLogs(string Server) : Directive;

/// <summary>What a sender sends to the server is dropped, or passes again.</summary>
[GenerateSerializer, Immutable]
public sealed record SetFirewall(string Server, Sender From, bool Closed) : Directive;

/// <summary>A process ends: what it holds is lost, and it takes nothing until <see cref="StartProcess"/>; a retired one is gone.</summary>
[GenerateSerializer, Immutable]
public sealed record KillProcess(string Server, int Generation, int Process) : Directive;

[GenerateSerializer, Immutable]
public sealed record StartProcess(string Server, int Generation, int Process) : Directive;

/// <summary>Requests a second the balancer lets through; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record SetRateLimit(string Balancer, int PerSecond) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetVersion(string Server, string Version) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetHung(string Server, bool Hung) : Directive;

/// <summary>Work begun from now on takes Factor times as long.</summary>
[GenerateSerializer, Immutable]
public sealed record SetSlow(string Server, double Factor) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetAlgorithm(string Balancer, Algorithm Algorithm) : Directive;

/// <summary>Whether a target gets new requests. Fresh: it has become healthy, so its slow start begins.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTarget(
    string Balancer, string Server, bool Serving, bool Fresh = false) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetWeight(string Balancer, string Server, int Weight) : Directive;

[GenerateSerializer, Immutable]
public sealed record SetLimits(string Balancer, BalancerLimits Limits) : Directive;

/// <summary>Every application's calls to the database get a circuit breaker, all closed; null: none any more.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDatabaseBreaker(BreakerSpec? Breaker) : Directive;

/// <summary>Likewise a server's calls from its web role to the application.</summary>
[GenerateSerializer, Immutable]
public sealed record SetAppBreaker(string Server, BreakerSpec? Breaker) : Directive;

/// <summary>Users' retries may be at most this share of first attempts; 0: any number.</summary>
[GenerateSerializer, Immutable]
public sealed record SetRetryBudget(double Share) : Directive;

/// <summary>What a feature asks of application and database is done, or left out, for requests the application takes from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetFeature(string Feature, bool On) : Directive;

/// <summary>A rack's uplink is lost or back.</summary>
[GenerateSerializer, Immutable]
public sealed record SetUplink(string Rack, bool Lost) : Directive;

/// <summary>A server is gone for good; nothing is on it any more.</summary>
[GenerateSerializer, Immutable]
public sealed record RemoveServer(string Server) : Directive;

/// <summary>The deregistration delay is over: what the target still has is cut.</summary>
[GenerateSerializer, Immutable]
public sealed record CutTarget(string Balancer, string Server) : Directive;

/// <summary>Send a health probe, a real request, now.</summary>
[GenerateSerializer, Immutable]
public sealed record SendProbe(
    string Balancer, string Server, CheckPath Path, long TimeoutNs)
    : Directive;

/// <summary>A bought cache stands in its rack, empty; nobody asks it until <see cref="ServeCache"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record PlaceCache(CacheState Cache, string Rack) : Directive;

[GenerateSerializer, Immutable]
public sealed record ServeCache(string Cache) : Directive;

/// <summary>A cache and all it holds is gone; who was on the way to it, or waited for another's answer there, goes on to the database.</summary>
[GenerateSerializer, Immutable]
public sealed record RemoveCache(string Cache) : Directive;

/// <param name="Cached">Classes whose reads look there.</param>
[GenerateSerializer, Immutable]
public sealed record SetCache(
    string Cache, int Capacity, long TtlNs, double Jitter, bool SingleFlight, bool InvalidateOnWrite, ImmutableArray<string> Cached)
    : Directive;

/// <summary>Ask for the most popular keys of what a cache caches, so many, so many a second.</summary>
[GenerateSerializer, Immutable]
public sealed record WarmCache(string Cache, int Keys, int PerSecond) : Directive;

/// <summary>Ask for no more of them.</summary>
[GenerateSerializer, Immutable]
public sealed record StopWarming(string Cache) : Directive;

[GenerateSerializer, Immutable]
public sealed record FlushCache(string Cache) : Directive;

/// <summary>What resolvers that ask from now on are told.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDns(string Dns, ImmutableArray<string> Targets, long TtlNs) : Directive;

/// <summary>Handshakes from now on use a certificate that is good until then.</summary>
/// <param name="Covers">It is made out to the users' name for the system.</param>
[GenerateSerializer, Immutable]
public sealed record SetCertificate(string Certificate, long ExpiresNs, bool Covers) : Directive;

/// <summary>New connections a second the balancer takes; 0: all.</summary>
[GenerateSerializer, Immutable]
public sealed record SetHandshakeLimit(string Balancer, int PerSecond) : Directive;

/// <summary>A balancer or a server turns away at once what comes from these sources.</summary>
[GenerateSerializer, Immutable]
public sealed record SetBlocked(string Component, ImmutableArray<string> Sources) : Directive;

/// <summary>The balancer's process ends: what it holds is lost, and nothing listens until <see cref="StartBalancer"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record CutBalancer(string Balancer) : Directive;

[GenerateSerializer, Immutable]
public sealed record StartBalancer(string Balancer) : Directive;

/// <summary>Timeouts are of the waits that begin from now on; 0: none.</summary>
[GenerateSerializer, Immutable]
public sealed record SetDatabase(
    string Database, int MaxConnections, double SlowFactor, int PoolSize, long LagNs,
    long LockTimeoutNs, long StatementTimeoutNs, long PoolTimeoutNs)
    : Directive;

/// <summary>A transaction is ended where it stands and its connection closed; its locks are free.</summary>
/// <param name="Slot">With Life as in <see cref="Databases.DatabaseSession"/>.</param>
[GenerateSerializer, Immutable]
public sealed record KillSession(string Database, int Slot, int Life) : Directive;

/// <summary>A server follows the primary; it answers nobody until <see cref="ServeReplica"/>.</summary>
[GenerateSerializer, Immutable]
public sealed record AddReplica(string Database, string Server, long LagNs) : Directive;

[GenerateSerializer, Immutable]
public sealed record ServeReplica(string Database, string Server) : Directive;

/// <summary>A replica is asked nothing more, and follows no longer.</summary>
[GenerateSerializer, Immutable]
public sealed record RetireReplica(string Database, string Server) : Directive;

/// <summary>The primary is no longer one; until <see cref="PromoteReplica"/> nobody takes writes.</summary>
[GenerateSerializer, Immutable]
public sealed record FencePrimary(string Database) : Directive;

[GenerateSerializer, Immutable]
public sealed record PromoteReplica(string Database, string Server) : Directive;

/// <summary>All users' rates times Factor from now on.</summary>
[GenerateSerializer, Immutable]
public sealed record SetTraffic(double Factor) : Directive;
