using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Queues;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Blame;

/// <summary>
/// Whether what may be wrong is wrong now, read off the estate itself: a scenario says when it begins, but not whether this team
/// has cured it, or never had it.
/// </summary>
/// <param name="heard">What requests told in the second that ends now.</param>
internal sealed class Signs(EstateFrame frame, Heard heard)
{
    /// <summary>A cache that misses more often holds too little of what is asked for.</summary>
    private const double MissShare = 0.2;

    /// <summary>Of the requests that came; users that ask once more are a part of the load then.</summary>
    private const double RetriedShare = 0.2;

    private readonly ServerSigns _servers = new(frame);

    public Sign Of(CauseAnswer answer) =>
        Find<RackState>(answer.Component) is { } rack ? OfRack(rack)
        : Find<ServerState>(answer.Component) is { } server ? _servers.Of(answer.Failure, server)
        : Find<DatabaseState>(answer.Component) is { } database ? new DatabaseSigns(frame, _servers).Of(answer.Failure, database)
        : Find<BalancerState>(answer.Component) is { } balancer ? OfBalancer(answer.Failure, balancer)
        : Find<QueueState>(answer.Component) is { } queue ? OfQueue(answer.Failure, queue)
        : Find<CacheState>(answer.Component) is { } cache ? OfCache(answer.Failure, cache.Id)
        : Find<RolloutState>(answer.Component) is { } rollout ? OfRollout(answer.Failure, rollout)
        : Find<CertificateState>(answer.Component) is { } certificate ? If(certificate.Expired, Sign.Broken)
        : Find<DnsState>(answer.Component) is { } dns ? OfDns(dns)
        : answer.Component is PowerFeed.A or PowerFeed.B ? OfFeed(PowerFeed.Of(answer.Component))
        : OfUsers(answer.Failure);

    /// <summary>Whether a stay is at a component, or at something that stands in it or works for it.</summary>
    public bool IsAt(Stay stay, string component) =>
        stay.At == component
        || frame.Racks.Any(rack => rack.Id == component && rack.Units.Contains(stay.At))
        || frame.Databases.Any(
            database => database.Id == component && stay.Role == Role.Db && database.Servers.Contains(stay.At));

    /// <summary>Requests that balancers sent there in the last second and before, and that failed.</summary>
    public int FailedAt(string component) => frame.BalancerTelemetry.Sum(
        balancer => balancer.Targets.Sum(target => IsAt(new Stay(target.Server, null), component) ? target.Failed : 0));

    internal static Sign If(bool shows, Sign sign) => shows ? sign : Sign.None;

    private T? Find<T>(string id)
        where T : class, IComponent => frame.Columns.All<T>().FirstOrDefault(each => each.Id == id);

    /// <summary>When its power is back, its servers still have to boot.</summary>
    private Sign OfRack(RackState rack) =>
        !rack.Powered || !rack.Uplinked ? Sign.Broken
        : If(frame.Servers.Any(server => rack.Units.Contains(server.Id) && server.Lifecycle == Lifecycle.Booting), Sign.Short);

    private Sign OfFeed(PowerFeeds feed) => If(
        frame.Racks.Any(rack => !rack.Powered && rack.Feeds == feed
            && (feed == PowerFeeds.A ? rack.FeedAReturnsNs : rack.FeedBReturnsNs) > 0), Sign.Broken);

    private Sign OfBalancer(FailureKind failure, BalancerState balancer)
    {
        if (balancer.DownUntilNs > 0) return Sign.Broken;
        var measured = frame.Columns.Measured<BalancerTelemetry>(balancer.Id);
        return failure switch
        {
            FailureKind.ReconnectStorm => If(measured?.TlsQueue > 0, Sign.Short),
            FailureKind.KilledWithoutDraining => Sign.None,
            FailureKind.TooManyDetached =>
                If(balancer.Targets.Any(target => target.Attachment != Attachment.Attached), Sign.Short),
            FailureKind.CascadingEjection or FailureKind.ShallowCheck or FailureKind.DeepCheck => If(
                balancer.Targets.Any(target => target.Health == TargetHealth.Unhealthy || target.EjectedUntilNs > 0), Sign.Short),
            FailureKind.BlackHole => If(measured?.Targets.Any(target => target.Failed > 0) == true, Sign.Suffers),
            FailureKind.RetryStorm => If(heard.Retried > RetriedShare || measured?.Retries > 0, Sign.Suffers),
            _ => If(measured?.Queue > 0 || _servers.AnyIsShort, Sign.Suffers),
        };
    }

    private Sign OfQueue(FailureKind failure, QueueState queue)
    {
        var measured = frame.Columns.Measured<QueueTelemetry>(queue.Id);
        return failure switch
        {
            FailureKind.DiskFull => If(queue.FullEndsNs > frame.NowNs, Sign.Broken),
            FailureKind.PoisonMessage => If(measured is { Redelivered: > 0 } or { Failed: > 0 }, Sign.Broken),
            FailureKind.VisibilityTooShort => If(measured is { Redelivered: > 0 } or { DoneTwice: > 0 }, Sign.Short),
            FailureKind.RedriveStorm => If(measured?.Redriving > 0, Sign.Short),
            _ => If(measured is { Waiting: > 0 } or { Blocked: > 0 }, Sign.Short),
        };
    }

    private Sign OfCache(FailureKind failure, string id) => failure == FailureKind.OldPages
        ? If(heard.Stale, Sign.Broken)
        : If(
            frame.Columns.Measured<CacheTelemetry>(id) is { } cache && cache.Misses > MissShare * (cache.Hits + cache.Misses),
            Sign.Short);

    private Sign OfRollout(FailureKind failure, RolloutState rollout) => failure == FailureKind.BadRelease
        ? If(_servers.AnyHasNewVersion, Sign.Short)
        : If(rollout.UnderWay && !rollout.Batch.IsEmpty, Sign.Short);

    private Sign OfDns(DnsState dns) =>
        If(!dns.Former.IsEmpty || frame.Columns.Measured<DnsTelemetry>(dns.Id)?.Outdated > 0, Sign.Short);

    /// <summary>Of users, scalers, and what a team has not bought, or has given back.</summary>
    private Sign OfUsers(FailureKind failure) => failure switch
    {
        FailureKind.RetryStorm => If(heard.Retried > RetriedShare, Sign.Short),
        FailureKind.SlowScaling or FailureKind.ScalingOscillation or FailureKind.ColdCache or FailureKind.CacheStampede =>
            If(_servers.AnyIsShort, Sign.Suffers),
        _ => Sign.None,
    };
}

/// <summary>What requests told in a second.</summary>
/// <param name="Retried">Share of those that ended which were not their first attempt, 0–1.</param>
/// <param name="Stale">Somebody was shown what was too old.</param>
internal readonly record struct Heard(double Retried, bool Stale);
