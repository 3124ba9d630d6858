using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Scenarios;

/// <summary>The components as the scenario places them.</summary>
internal static class InitialState
{
    /// <summary>Every estate has one rollout desk.</summary>
    private const string RolloutId = "rollout";

    public static RackState Of(RackSpec spec, Scenario scenario)
    {
        var units = Enumerable.Repeat("", spec.Units).ToArray();
        var servers = scenario.Servers.Where(server => server.Rack == spec.Id).ToArray();
        for (var unit = 0; unit < servers.Length; unit++) units[unit] = servers[unit].Id;
        return new RackState(spec.Id, [.. units], true, 0, spec.Feeds);
    }

    public static ServerState Of(ServerSpec spec, Scenario scenario)
    {
        var slot = scenario.Servers.Where(other => other.Rack == spec.Rack).ToList().IndexOf(spec);
        var roles = spec.Roles.Select(role => new RoleState(
            role.Role, role.Processes, role.Threads, role.QueueLimit, role.ProcessMiB, role.ThreadMiB, role.Sigma, role.Kappa,
            role.LimitMiB, role.LogKiB, role.Discipline, role.OnAbort, role.ResponseTimeoutNs,
            role.IdleTimeoutNs, role.Cold, role.Connections)).ToImmutableArray();
        return new ServerState(
            spec.Id, spec.Rack, slot, SizeOf(scenario.Size(spec.Size)), spec.Version, Lifecycle.Running, 0, "",
            roles, [], 0, false, 1, 0, [], [], PortState.Of(roles, spec.Version), [], LogKeepMiB: spec.LogKeepMiB,
            Checks: spec.Checks, PreStopNs: scenario.Operations.PreStopNs,
            Breaker: roles.Any(role => role.Role == Role.Web) ? scenario.AppBreaker : null);
    }

    public static CacheState Of(CacheSpec spec, Scenario scenario) => new(
        spec.Id, spec.Capacity, spec.TtlNs, spec.Jitter, spec.SingleFlight, spec.InvalidateOnWrite,
        [
            .. scenario.Classes.Where(users => spec.Id == scenario.Edge?.Cache.Id ? users.EdgeCacheable : users.Cacheable)
                .Select(users => users.Id),
        ], NanoDollarsPerHour: spec.NanoDollarsPerHour, RevalidateNs: spec.RevalidateNs);

    /// <summary>One that is bought starts with every class that may be cached, and with none of the refinements.</summary>
    public static CacheOffer? CacheOffer(Scenario scenario) => scenario.CacheOffer is { } offer
        ? new CacheOffer(
            Of(new CacheSpec(offer.Id, "", 0, 0, offer.LookupNs) { NanoDollarsPerHour = offer.NanoDollarsPerHour }, scenario),
            offer.ReadyNs)
        : null;

    /// <summary>Targets start healthy; each is first checked at a moment of its own within the interval.</summary>
    public static BalancerState Of(BalancerSpec spec, Scenario scenario, Draw phases)
    {
        return new BalancerState(spec.Id, spec.Algorithm, spec.Check, spec.DrainNs, false,
        [
            .. scenario.TargetsOf(spec).Select((server, index) => new TargetState(
                server.Id, Attachment.Attached, TargetHealth.Healthy, 0, 0,
                (long)(phases.Unit((ulong)index) * spec.Check.IntervalNs),
                ProbeResult.None, 0, 0, server.Weight)),
        ], spec.RateLimit, spec.Limits, spec.Forwarding, [],
            scenario.Balancer?.Id == spec.Id ? scenario.Tls?.HandshakeLimit ?? 0 : 0,
            Certificate: scenario.Balancer?.Id == spec.Id && scenario.Tls is { End: TlsEnd.Balancer }
                ? scenario.Certificate?.Id ?? ""
                : "",
            WhenNoneHealthy: spec.WhenNoneHealthy, Panic: spec.Panic, EndpointLagNs: spec.EndpointLagNs);
    }

    public static DatabaseState Of(DatabaseSpec spec, Scenario scenario) => new(
        spec.Id, spec.Server, spec.MaxConnections, 1, 0, spec.PoolSize, [.. spec.Servers], spec.LagNs, 1, 0, "", 0, [],
        [.. scenario.Classes.Select(users => new ClassReads(users.Id, users.ReplicaReads, users.PrimaryAfterWriteNs))],
        spec.Breaker, spec.LockTimeoutNs, spec.StatementTimeoutNs, spec.PoolTimeoutNs, Pooler: spec.Pooler);

    public static ScalerState Of(ScalerSpec spec, Scenario scenario) => new(
        spec.Id, spec.Tier, spec.Size, spec.Policy, scenario.Servers.Count(server => scenario.TierOf(server) == spec.Tier), 0, [],
        // what stands there at the start has been running forever
        [.. scenario.Servers.Where(server => scenario.TierOf(server) == spec.Tier).Select(server =>
            new RunningMember(server.Id, -Math.Max(spec.Policy.WarmupNs, spec.GraceNs)))],
        0, false, spec.Health, spec.GraceNs);

    public static RolloutState Rollout(Scenario scenario) => new(
        RolloutId, RolloutStatus.Idle, scenario.Servers[0].Version, scenario.Servers[0].Version,
        new RolloutOptions(Strategy.InPlace, 0.5, 0, 0, false, 0, false, false, 1, 0), RolloutStep.None, 0, 0, [], [], [], 0, 0,
        [], [], 0, 0, "", "");

    public static ServerSize SizeOf(SizeSpec size) =>
        new(size.Id, size.Cores, size.MemoryMiB, size.NanoDollarsPerHour, size.DiskMiB);
}
