using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>A request class as the engine knows it: its luck, its samplers, its counts.</summary>
internal sealed class UserClass
{
    /// <summary>Index of the application's exclusive part among its works.</summary>
    public const int Exclusive = 3;

    /// <summary>Retries a full budget pays for.</summary>
    private const double RetriesAtOnce = 10;

    /// <summary>Tries to draw a key a transaction has not yet; then it takes the next one that is free.</summary>
    private const int Draws = 16;

    private readonly Draw _arrivals;
    private readonly Draw _keys;
    private readonly Draw _writes;
    private readonly Draw _locks;
    private readonly Draw _retries;

    /// <summary>Of web, app, db, and the application's exclusive part.</summary>
    private readonly Draw[] _work = new Draw[4];
    private readonly WorkSampler[] _samplers = new WorkSampler[4];

    /// <summary>Of web, app and db.</summary>
    private readonly Interval?[] _waits;
    private readonly ZipfKeys? _zipf;

    /// <summary>Null: it has none.</summary>
    private readonly FeatureWork? _features;
    private readonly ClassWindow _window = new();
    private double _retryTokens = RetriesAtOnce;

    public UserClass(
        int index, ClassSpec spec, ulong seed, int firstKey, int firstClient, ImmutableArray<string> flags, bool measured)
    {
        Counts = new ClassCounts(measured);
        Index = index;
        Spec = spec;
        FirstKey = firstKey;
        RetryBudget = spec.Retry.Budget;
        Backoff = spec.Retry.Backoff;
        FirstClient = firstClient;
        Entry = spec.Entry;
        Browsers = new Browsing(spec, seed, index, firstClient);
        Age = new DataAge(spec, seed);
        if (!spec.Features.IsEmpty) _features = new FeatureWork(spec.Features, flags, seed, index);
        var component = (ulong)index;
        _arrivals = new Draw(seed, Purpose.Arrival, component);
        _keys = new Draw(seed, Purpose.Key, component);
        _writes = new Draw(seed, Purpose.Write, component);
        _locks = new Draw(seed, Purpose.LockKey, component);
        _retries = new Draw(seed, Purpose.Retry, component);
        ReadsBack = Interval.From(spec.ReadAfterWrite, seed, Purpose.ReadAfterWrite, index);
        (ReplicaReads, PrimaryAfterWriteNs) = (spec.ReplicaReads, spec.PrimaryAfterWriteNs);
        Between = Interval.From(spec.SecondConnection, seed, Purpose.SecondConnection, index);
        AsksCache = spec.Cacheable;
        AsksEdge = spec.EdgeCacheable;
        _zipf = spec.Keys > 1 ? ZipfKeys.Of(spec.Keys, spec.Zipf) : null;
        WorkSpec?[] tiers = [spec.Web, spec.App, spec.Db, spec.Exclusive];
        for (var tier = 0; tier < 4; tier++)
        {
            Passes[tier] = tiers[tier] is not null;
            _work[tier] = new Draw(seed, tier == Exclusive ? Purpose.ExclusiveWork : Purpose.WebWork + tier, component);
            if (tiers[tier] is { } given) _samplers[tier] = new WorkSampler(given);
        }

        _waits =
        [
            Interval.From(spec.WebWait, seed, Purpose.WebWait, index), Interval.From(spec.AppWait, seed, Purpose.AppWait, index),
            Interval.From(spec.DbWait, seed, Purpose.DbWait, index),
        ];
        Waits = [.. _waits.Select(wait => wait is not null)];
    }

    public int Index { get; }

    public ClassSpec Spec { get; }

    /// <summary>Offset of its keys among all classes' keys.</summary>
    public int FirstKey { get; }

    /// <summary>Offset of its browsers among all classes' browsers.</summary>
    public int FirstClient { get; }

    public required Patience Patience { get; init; }

    /// <summary>After what time users read what they wrote; null: they do not.</summary>
    public Interval? ReadsBack { get; }

    /// <summary>Its reads ask replicas, but so long after their user's own write the primary.</summary>
    public bool ReplicaReads { get; set; }

    public long PrimaryAfterWriteNs { get; set; }

    /// <summary>How long a request has its first connection before it wants a second; null: one is enough.</summary>
    public Interval? Between { get; }

    public Browsing Browsers { get; }

    public DataAge Age { get; }

    public bool[] Passes { get; } = new bool[4];

    /// <summary>By tier: its requests wait there for something that needs no core.</summary>
    public bool[] Waits { get; }

    /// <summary>Jobs of it that the queue holds and that are neither done nor given up.</summary>
    public int InQueue { get; set; }

    /// <summary>The class of jobs of which each of its requests puts one into the queue; null: none.</summary>
    public UserClass? Publishes { get; set; }

    /// <summary>Its reads look in the cache first; likewise at the edge.</summary>
    public bool AsksCache { get; set; }

    public bool AsksEdge { get; set; }

    /// <summary>1: the least important classes, and up.</summary>
    public int ShedRank { get; init; }

    /// <summary>The role its requests come in at.</summary>
    public Role Entry { get; }

    /// <summary>Number of the next request, and which schedule of arrivals is in force.</summary>
    public long NextNumber { get; set; }

    public int Schedule { get; set; }

    /// <summary>The next arrival's exposure still to come, as of a time (s).</summary>
    public double Exposure { get; set; }

    public double ExposureFrom { get; set; }

    /// <summary>Share of first attempts; 0: no limit.</summary>
    public double RetryBudget { get; set; }

    /// <summary>May a retry go out? Each first attempt earned a share of one.</summary>
    public bool SpendRetry()
    {
        if (RetryBudget <= 0) return true;
        if (_retryTokens < 1) return false;
        _retryTokens--;
        return true;
    }

    public ClassCounts Counts { get; }

    public ClassTelemetry Last { get; private set; } = null!;

    public double ArrivalExposure(long number) => _arrivals.Exponential((ulong)number);

    public int KeyOf(long number) => FirstKey + (_zipf?.Key(_keys.Unit((ulong)number)) ?? 0);

    /// <summary>The keys a write locks, all different: its own, then others as popular as that.</summary>
    public void LockKeysOf(long number, int key, ref LockKeys keys)
    {
        keys[0] = key;
        for (var count = 1; count < Spec.Locks; count++) keys[count] = AnotherKey(number, count, ref keys);
    }

    /// <summary>What a request of this number asks for.</summary>
    public void Ask(ref Request request)
    {
        request.Key = KeyOf(request.Number);
        request.Write = Writes(request.Number);
        if (request.Write) LockKeysOf(request.Number, request.Key, ref request.LockKeys);
    }

    /// <summary>It opens a connection that lasts, and the role of that level is the one that holds it.</summary>
    public bool OpensAt(ref Request request, int level) =>
        Spec.LongLived is not null && Entry.Level() == level && request is { Probe: false, Message: 0, Warms: Warming.None };

    /// <summary>Reads a second of the key of this rank, at traffic factor 1.</summary>
    public double ReadsOf(int rank) => Spec.RatePerSecond * (1 - Spec.WriteShare) * (_zipf?.Share(rank) ?? 1);

    public bool Writes(long number) => Spec.WriteShare > 0 && _writes.Unit((ulong)number) < Spec.WriteShare;

    /// <param name="without">Bit by bit the features that are left out.</param>
    public double Work(int tier, int without, ulong luck)
    {
        var work = _samplers[tier].Sample(_work[tier].Unit(luck));
        return _features is null ? work : work + _features.Of(tier, without, luck);
    }

    /// <summary>Nanoseconds a request waits at a tier after its work, holding its thread and no core.</summary>
    public double Wait(int tier, ulong luck) => _waits[tier]!.Exactly(luck);

    /// <summary>Bit by bit the feature flags that concern it.</summary>
    public int Flags => _features?.Flags ?? 0;

    /// <summary>Before its next attempts.</summary>
    public Backoff Backoff { get; set; }

    public long BackoffNs(int attempt, ulong luck) => Backoff.Before(attempt, _retries.Unit(luck));

    private int AnotherKey(long number, int count, ref LockKeys keys)
    {
        Span<int> taken = ((Span<int>)keys)[..count];
        var key = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            key = FirstKey + (_zipf?.Key(_locks.Unit(((ulong)number * Limits.Locks + (ulong)count) * Draws + (ulong)draw)) ?? 0);
            if (!taken.Contains(key)) return key;
        }

        while (taken.Contains(key)) key = key + 1 == FirstKey + Spec.Keys ? FirstKey : key + 1;
        return key;
    }

    public void Offer()
    {
        Counts.Offered++;
        _window.Offered++;
        _retryTokens = Math.Min(RetriesAtOnce, _retryTokens + RetryBudget);
    }

    public bool Answer(long latencyNs)
    {
        var within = Counts.Answer(latencyNs, Spec.TargetNs);
        _window.Answer(latencyNs, within);
        return within;
    }

    public void Fail(Cause cause)
    {
        Counts.Failed[(int)cause]++;
        _window.Failed++;
    }

    public void RollWindow() => Last = _window.End(Spec.Id);
}
