using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Users;

/// <summary>A kind of request its users send: open-loop Poisson with the scenario's traffic profile.</summary>
/// <param name="RatePerSecond">At factor 1; &gt; 0 and ≤ 100 000, of jobs also 0: all come from requests.</param>
/// <param name="TargetNs">T of the service score: 1 within T, ½ within 4T.</param>
/// <param name="PatienceNs">After it the request has failed for its user (the system goes on working on it); 0: endless.</param>
/// <param name="WriteShare">0–1: share of requests that write (take the lock of their key, skip the cache).</param>
/// <param name="Cacheable">Reads look in the cache first.</param>
/// <param name="Keys">Distinct keys asked for.</param>
/// <param name="Zipf">Exponent of the keys' popularity, 0 (uniform) – 3.</param>
/// <param name="Weight">Of one request in the service score; default 1. 0: nobody is sorry for them (abuse).</param>
/// <param name="Web">CPU work on the web role; null: the class does not pass it. Likewise App and Db; of a job App is the
/// worker's.</param>
/// <param name="Exclusive">Part of the application's work done inside the process's mutex, after App; null: none.</param>
/// <param name="Data">Classes with the same name here ask for the same keys; empty: keys of its own.</param>
/// <param name="StaleNs">A cached answer may be this much older than the last write of its key; beyond it the answer is wrong.
/// −1: any age will do. Likewise what a replica answers.</param>
/// <param name="Locks">Keys a write locks one after another, 1–4; an even part of its database work follows each.</param>
/// <param name="LockOrder">In which order, unless the application's version says otherwise.</param>
/// <param name="ReplicaReads">Reads ask a replica of the database where there is one.</param>
/// <param name="Clients">Browsers its requests come from, all alike; each connects before it asks (<see cref="Limits.Clients"/>
/// an estate). 0: every request comes over an open connection.</param>
/// <param name="EdgeCacheable">The edge may answer its reads.</param>
public sealed record ClassSpec(
    string Id,
    LocalText Title,
    double RatePerSecond,
    long TargetNs,
    long PatienceNs,
    RetrySpec Retry,
    double WriteShare,
    bool Cacheable,
    int Keys,
    double Zipf,
    double Weight,
    WorkSpec? Web,
    WorkSpec? App,
    WorkSpec? Db,
    WorkSpec? Exclusive = null,
    string Data = "",
    long StaleNs = -1,
    int Locks = 1,
    LockOrder LockOrder = LockOrder.Drawn,
    bool ReplicaReads = false,
    int Clients = 0,
    bool EdgeCacheable = false)
{
    /// <summary>The source of classes that name none.</summary>
    public const string Anywhere = "internet";

    /// <summary>1 (shed first) – 10; default 1.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>
    /// Every key's data change by themselves this often, whoever writes; a cached answer (or a replica's) of before is wrong once
    /// StaleNs have passed since. 0: they are made for one user, so that nobody else's will do; −1: only writes change them.
    /// </summary>
    public long ChangesNs { get; init; } = -1;

    /// <summary>
    /// After its work on the web role it waits so long for something that needs no core here (a disk, somebody else's service),
    /// and holds its thread; null: it does not. Likewise AppWait (of a job the worker's) and DbWait.
    /// </summary>
    public WorkSpec? WebWait { get; init; }

    public WorkSpec? AppWait { get; init; }

    public WorkSpec? DbWait { get; init; }

    /// <summary>Of every message on a request's way down, 0–100 MB; default 1 kB. Only uplinks with a rate look at it.</summary>
    public double RequestBytes { get; init; } = 1_000;

    /// <summary>Of every answer on its way back, 0–100 MB; default 10 kB.</summary>
    public double ResponseBytes { get; init; } = 10_000;

    /// <summary>Where its requests come from, as an access log has it; classes may share one.</summary>
    public string Source { get; init; } = Anywhere;

    /// <summary>What its answers have beside the point; each may be switched off.</summary>
    public ImmutableArray<FeatureSpec> Features { get; init; } = [];

    /// <summary>
    /// How long users wait, drawn anew for every attempt; its mean is PatienceNs. Null: all of them wait exactly that long.
    /// </summary>
    public WorkSpec? Patience { get; init; }

    /// <summary>
    /// Its requests hold a pooled connection, with a transaction open on it, for so long, and then need a second one of the same
    /// pool for their call; both are given back together. Null: one connection is enough. Without a pool it means nothing.
    /// </summary>
    public WorkSpec? SecondConnection { get; init; }

    /// <summary>
    /// After an answered write its user reads the key again, once, after so long; what comes back without his write is wrong.
    /// Null: he does not.
    /// </summary>
    public WorkSpec? ReadAfterWrite { get; init; }

    /// <summary>
    /// Of ReplicaReads: so long after his own write a user's reads ask the primary; 0: they never do for that reason.
    /// </summary>
    public long PrimaryAfterWriteNs { get; init; }

    /// <summary>At most one a role.</summary>
    public ImmutableArray<BulkheadSpec> Bulkheads { get; init; } = [];

    /// <summary>Its requests are jobs: messages of the queue, which workers do. Its rate is what comes from outside.</summary>
    public bool IsJob { get; init; }

    /// <summary>Its requests open connections that stay; null, the default: an answer is the end of it.</summary>
    public LongLivedSpec? LongLived { get; init; }

    /// <summary>
    /// The class whose connections its requests go over, and stay at the server those lead to. Its rate is then that of each of
    /// them. Empty: none.
    /// </summary>
    public string Over { get; init; } = "";

    /// <summary>The class of jobs of which each of its requests puts one into the queue, last of all; empty: none.</summary>
    public string Publishes { get; init; } = "";

    /// <summary>Of a job: to do it twice is wrong, as to charge a card twice.</summary>
    public bool OnceOnly { get; init; }

    /// <summary>
    /// 0–1: share of its browsers that asked for the address of a name once and never ask again (Java's
    /// networkaddress.cache.ttl −1, many a connection pool).
    /// </summary>
    public double DnsCachedForever { get; init; }

    /// <summary>
    /// 0–1: share of its browsers that know only the roots of old, and refuse a certificate whose chain ends in a new one
    /// (Android before 7.1.1 without ISRG Root X1).
    /// </summary>
    public double OldTrustStore { get; init; }

    /// <summary>It counts: in score, error budget and alerts. Abuse, of weight 0, does not.</summary>
    public bool Counts => Weight > 0;

    /// <summary>The role its requests come in at.</summary>
    public Role Entry => Web is not null ? Role.Web : App is not null ? Role.App : Role.Db;
}

/// <summary>The order in which a transaction locks its keys.</summary>
public enum LockOrder
{
    /// <summary>As they come: two transactions can wait for each other.</summary>
    Drawn,

    /// <summary>The same order for all, so that no deadlock can arise (Havender 1968).</summary>
    Sorted,
}

/// <summary>What a user does after a failed attempt.</summary>
/// <param name="Attempts">All attempts of one request, 1 (no retry) – 10.</param>
/// <param name="BackoffNs">Before the second attempt; the same before every further one, unless Factor says otherwise.</param>
/// <param name="Jitter">As in <see cref="Backoff"/>; likewise Factor and MostNs.</param>
/// <param name="Budget">0: no limit. Else retries may be at most this share of first attempts, 0.01–1 (and ten at once): a token
/// bucket, as in Finagle's RetryBudget and gRPC's retry throttling.</param>
public sealed record RetrySpec(
    int Attempts, long BackoffNs, double Jitter, double Budget = 0, double Factor = 1, long MostNs = 0)
{
    public Backoff Backoff => new(BackoffNs, Jitter, Factor, MostNs);
}
