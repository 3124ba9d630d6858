using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Kinds.Users;

/// <summary>The users: what they send, how long they wait, and whether the estate can answer it at all.</summary>
internal static class ClassReader
{
    /// <summary>As many as the picture has colours and shapes for.</summary>
    private const int Most = 8;

    /// <summary>Of a cached answer.</summary>
    private const long AnyAge = -1;

    /// <summary>Data that only writes change.</summary>
    private const long Never = -1;

    private const double MostRate = 100_000;
    private const long Second = Nanoseconds.PerSecond;

    private static readonly Notation<long> Wait = Notations.Duration.Between(Nanoseconds.PerMillisecond, 600 * Second);

    private static readonly WorkSpec Endless = new(WorkKind.Fixed, 0, 0);

    /// <summary>The same for all, or drawn anew for every attempt.</summary>
    private static readonly Notation<WorkSpec> Patience =
        WorkNotation.DurationOrWork(Nanoseconds.PerMillisecond, 600 * Second).Or("endless", Endless);

    /// <summary>Of a job, from the first request on.</summary>
    private static readonly Notation<long> Deadline = Notations.Duration.Between(Nanoseconds.PerMillisecond, 4 * 3600 * Second);

    private static readonly Notation<double> Rate = Notations.Rate.Limited(
        $"above 0/s, at most {MostRate}/s",
        rate => rate is > 0 and <= MostRate ? null : $"should be above 0/s and at most {MostRate}/s");

    public static ImmutableArray<ClassSpec> Read(MapReader root, Estate estate)
    {
        var names = new TakenNames("class");
        var classes = ImmutableArray.CreateBuilder<ClassSpec>();
        foreach (var map in root.List("classes", "class", Most, required: true))
        {
            var spec = ReadClass(map, names);
            CheckPath(map, spec, estate);
            map.Close();
            classes.Add(spec);
        }

        FeatureReader.CheckAll(root, classes);
        LongLivedReader.Check(root, classes);
        CheckJobs(root, classes, estate);
        return classes.ToImmutable();
    }

    private static ClassSpec ReadClass(MapReader map, TakenNames names)
    {
        var id = names.Claim(map);
        var job = map.ReadOr("job", false, Notations.Flag);
        var writes = map.ReadOr("writes", 0, Notations.Share);
        var cached = map.ReadOr("cached", false, Notations.Flag);
        var edge = map.ReadOr("edge", false, Notations.Flag);
        var keys = Notations.Count.Between(1, Limits.Keys);
        var patience = job ? Endless : map.Read("patience", Patience, Endless);
        var (work, wait) = (map.Map("work", required: true), map.Map("wait", says: "nothing"));
        var spec = new ClassSpec(
            id,
            map.Texts("title", id),
            job ? map.ReadOr("rate", 0, Rate, "none: all come from requests") : map.Read("rate", Rate, 1),
            map.Read("target", job ? Deadline : Wait, Second),
            (long)patience.MeanNs,
            job ? new RetrySpec(1, 0, 0) : ReadRetry(map),
            writes,
            cached,
            cached || edge || writes > 0 ? map.Read("keys", keys, 1) : map.ReadOr("keys", 1, keys),
            map.ReadOr("zipf", 0, Notations.Number.Between(0, 3)),
            map.ReadOr("weight", 1, Notations.Number.Between(0, 1000)),
            job ? null : Work(work, "web"), Work(work, job ? "worker" : "app"), Work(work, "db"), Work(work, "exclusive"),
            map.ReadOr("data", "", Notations.Id, "keys of its own"),
            map.ReadOr("stale", AnyAge, Notations.Duration.Between(0, 86_400 * Second).Or("any", AnyAge)),
            map.ReadOr("locks", 1, Notations.Count.Between(1, Limits.Locks)),
            map.ReadOr("lock-order", LockOrder.Drawn, Notations.OneOf<LockOrder>()),
            map.ReadOr("replica-reads", false, Notations.Flag),
            job ? 0 : map.ReadOr("clients", 0, Notations.Count.Between(1, Limits.Clients).Or("none", 0)),
            edge)
        {
            IsJob = job,
            OnceOnly = job && map.ReadOr("once-only", false, Notations.Flag),
            Publishes = job ? "" : map.ReadOr("publishes", "", Notations.Id, "nothing"),
            LongLived = job ? null : LongLivedReader.Read(map),
            Over = job ? "" : map.ReadOr("over", "", Notations.Id, "none"),
            WebWait = job ? null : Work(wait, "web"),
            AppWait = Work(wait, job ? "worker" : "app"),
            DbWait = Work(wait, "db"),
            ChangesNs = map.ReadOr("changes", Never, Notations.Duration.Between(0, 86_400 * Second).Or("never", Never)),
            Features = FeatureReader.Read(map, id),
            SecondConnection = map.ReadIfThere("second-connection", WorkNotation.Work, Endless, "one connection is enough"),
            ReadAfterWrite = job ? null : map.ReadIfThere("read-after-write", WorkNotation.Work, Endless, "nobody does"),
            PrimaryAfterWriteNs = map.ReadOr("primary-after-write", 0, Settable.Duration("set-reads", "seconds", "never")),
            Bulkheads = job ? [] : BulkheadReader.Read(map),
            Patience = patience.Kind == WorkKind.Fixed ? null : patience,
            DnsCachedForever = job ? 0 : map.ReadOr("dns-cached-forever", 0, Notations.Share),
            OldTrustStore = job ? 0 : map.ReadOr("old-trust-store", 0, Notations.Share),
            Source = map.ReadOr("source", ClassSpec.Anywhere, Notations.Id),
            Priority = map.ReadOr("priority", 1, Notations.Count.Between(1, 10)),
            RequestBytes = map.ReadOr("request", 1_000, Notations.Bytes),
            ResponseBytes = map.ReadOr("response", 10_000, Notations.Bytes),
        };
        work?.Close();
        wait?.Close();
        return spec;
    }

    private static WorkSpec? Work(MapReader? map, string role) =>
        map?.ReadIfThere(role, WorkNotation.Work, new WorkSpec(WorkKind.Fixed, Second, 0));

    private static RetrySpec ReadRetry(MapReader map)
    {
        var none = new RetrySpec(1, 0, 0);
        if (map.Is("retry", "none") || map.Map("retry") is not { } retry) return none;
        var spec = new RetrySpec(
            retry.Read("attempts", Notations.Count.Between(1, 10), 1),
            retry.Read("backoff", Notations.Duration.Between(0, 600 * Second), 0),
            retry.ReadOr("jitter", 0, Notations.Share.Or("full", Backoff.Full)),
            retry.ReadOr("budget", 0, Settable.Number("set-retry-budget", "share", "endless")),
            retry.ReadOr("factor", 1, Notations.Number.Between(1, 10)),
            retry.ReadOr("most", 0, Wait.Or("endless", 0)));
        retry.Close();
        return spec;
    }

    /// <summary>Every tier it asks work of must exist, and everything it names must work together.</summary>
    private static void CheckPath(MapReader map, ClassSpec spec, Estate estate)
    {
        var (reading, at) = (map.Reading, map.At("work"));
        if (spec is { IsJob: true, App: null })
            reading.Add(at, "missing-key", $"'{spec.Id}' is a job, so it should have work of a worker");
        else if (spec is { Web: null, App: null, Db: null })
            reading.Add(at, "missing-key", $"'{spec.Id}' asks for no work; give at least one of web, app, db");
        foreach (var (role, work) in new[]
        {
            (Role.Web, spec.Web), (spec.IsJob ? Role.Worker : Role.App, spec.App), (Role.Db, spec.Db),
        })
            if (work is not null && !estate.Servers.Any(server => server.Roles.Any(has => has.Role == role)))
                reading.Add(at, "dangling", $"'{spec.Id}' asks for work of {Kebab.Of(role)}, but no server has that role");
        if (spec is { Exclusive: not null, App: null })
            reading.Add(
                at, "missing-key", $"'{spec.Id}' has work in the application's mutex (exclusive), so it should have app too");
        foreach (var (tier, waits, works) in new[]
        {
            ("web", spec.WebWait, spec.Web), (spec.IsJob ? "worker" : "app", spec.AppWait, spec.App),
            ("db", spec.DbWait, spec.Db),
        })
            if (waits is not null && works is null)
                reading.Add(map.At("wait"), "dangling", $"'{spec.Id}' waits at {tier}, but has no work there; give it some");
        FeatureReader.Check(map, spec);
        CheckEntry(reading, at, spec, estate);
        if (spec.Locks > spec.Keys)
            reading.Add(
                map.At("locks"), "impossible",
                $"a write of '{spec.Id}' locks {spec.Locks} keys of {spec.Keys}; locks should be at most keys");
        if (spec.ReplicaReads && estate.Database is null)
            reading.Add(
                map.At("replica-reads"), "dangling", $"'{spec.Id}' reads from replicas, but the scenario has no database");
        CheckDatabase(map, spec, estate);
        if (spec.EdgeCacheable && estate.Edge is null)
            reading.Add(map.At("edge"), "dangling", $"the edge may answer '{spec.Id}', but the scenario has no edge");
        if (spec is { DnsCachedForever: > 0 } && (spec.Clients == 0 || estate.Dns is null))
            reading.Add(
                map.At("dns-cached-forever"), "dangling",
                $"some of '{spec.Id}' remember an address for ever, so it should have 'clients', and the scenario 'dns'");
        if (spec is { OldTrustStore: > 0 } && (spec.Clients == 0 || estate.Tls is null))
            reading.Add(
                map.At("old-trust-store"), "dangling",
                $"some of '{spec.Id}' refuse a new chain, so it should have 'clients', and the scenario 'tls'");
        if (spec is { ChangesNs: >= 0, StaleNs: AnyAge })
            reading.Add(
                map.At("changes"), "missing-key",
                $"the data of '{spec.Id}' change by themselves, so it should say how old an answer may be (stale)");
        if (spec.PatienceNs > 0 && spec.PatienceNs < spec.TargetNs)
            reading.Add(
                map.At("patience"), "impossible",
                $"'{spec.Id}' gives up before its target; patience should be at least the target");
    }

    /// <summary>What it asks of pool and replicas is there.</summary>
    private static void CheckDatabase(MapReader map, ClassSpec spec, Estate estate)
    {
        var pooled = spec is { App: not null, Db: not null } && estate.Database is { PoolSize: > 0 };
        if (spec.SecondConnection is not null && !pooled)
            map.Reading.Add(
                map.At("second-connection"), "dangling",
                $"'{spec.Id}' needs a second pooled connection, so it should have work of app and db, and the database a pool");
        if (spec is { ReadAfterWrite: not null, WriteShare: 0 })
            map.Reading.Add(
                map.At("read-after-write"), "dangling", $"users of '{spec.Id}' read what they wrote, but none of them writes");
        if (spec is { PrimaryAfterWriteNs: > 0, ReplicaReads: false })
            map.Reading.Add(
                map.At("primary-after-write"), "dangling",
                $"all reads of '{spec.Id}' ask the primary already; give it replica-reads, or leave primary-after-write out");
    }

    /// <summary>Jobs go through a queue, and who publishes one names it.</summary>
    private static void CheckJobs(MapReader root, ImmutableArray<ClassSpec>.Builder classes, Estate estate)
    {
        var at = root.At("classes");
        foreach (var jobs in classes.Where(users => users.IsJob))
        {
            if (estate.Part<QueueSpec>() is null)
                root.Reading.Add(at, "dangling", $"'{jobs.Id}' are jobs, but the scenario has no 'queue'");
            if (jobs.RatePerSecond == 0 && !classes.Any(users => users.Publishes == jobs.Id))
                root.Reading.Add(at, "missing-key", $"nobody sends '{jobs.Id}': give it a rate, or a class that publishes it");
        }

        foreach (var users in classes.Where(users => users.Publishes.Length > 0))
            if (!classes.Any(jobs => jobs.IsJob && jobs.Id == users.Publishes))
                root.Reading.Add(at, "dangling", $"'{users.Id}' publishes '{users.Publishes}', which is no class of jobs");
    }

    /// <summary>The balancer sends to servers with a web role (where there is none: app), so a class comes in there.</summary>
    private static void CheckEntry(Reading reading, YamlNode at, ClassSpec spec, Estate estate)
    {
        if (estate.Balancer is null || spec.IsJob) return;
        var hasWeb = estate.Servers.Any(server => server.Roles.Any(role => role.Role == Role.Web));
        if (hasWeb ? spec.Web is null : spec is { App: null, Web: null })
            reading.Add(
                at, "impossible",
                $"'{spec.Id}' comes in through the balancer, so it should ask for work of {(hasWeb ? "web" : "app")}");
    }
}
