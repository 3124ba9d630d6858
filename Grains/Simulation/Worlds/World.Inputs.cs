using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Certificates;
using OpsGame.Simulation.Databases;
using OpsGame.Simulation.Dns;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Rollouts;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Worlds;

/// <summary>What each component is told in a tick. Later stages see what earlier ones decided in the same tick.</summary>
public sealed partial class World
{
    private ImmutableArray<ServerTelemetry> _serverTelemetry = [];
    private ImmutableArray<BalancerTelemetry> _balancerTelemetry = [];
    private ImmutableArray<CacheTelemetry> _cacheTelemetry = [];
    private ImmutableArray<DatabaseTelemetry> _databaseTelemetry = [];

    private readonly ImmutableDictionary<string, long> _targetNs;

    /// <summary>Those that may be installed.</summary>
    private readonly ImmutableArray<string> _versions;

    public ImmutableArray<RackInput> RackInputs()
    {
        var context = new RackContext(
            NextServerName(), Template(), [.. Scenario.Sizes.Select(InitialState.SizeOf)], Components, Scenario.Balancer?.Id ?? "");
        return [.. Racks.Select(rack => new RackInput(rack.Id, NowNs, CommandsFor(rack.Id), context))];
    }

    public ImmutableArray<ServerInput> ServerInputs()
    {
        var operations = Scenario.Operations;
        var context = new ServerContext(
            operations.BootNs, operations.RestartNs, operations.ReloadNs, operations.InstallNs, operations.ShutdownNs, _versions);
        return
        [
            .. Servers.Select((server, index) => new ServerInput(
                server.Id, NowNs, CommandsFor(server.Id), Racks.First(rack => rack.Id == server.Rack).Powered, _serverTelemetry[index],
                context)),
        ];
    }

    public ImmutableArray<CacheInput> CacheInputs() =>
        [.. Caches.Select(cache => new CacheInput(cache.Id, NowNs, CommandsFor(cache.Id)))];

    public ImmutableArray<DatabaseInput> DatabaseInputs()
    {
        var failover = Scenario.Database?.Failover ?? new FailoverSpec();
        var context = new DatabaseContext(failover.DetectNs, failover.PromoteNs);
        return
        [
            .. Databases.Select((database, index) => new DatabaseInput(
                database.Id, NowNs, CommandsFor(database.Id), _databaseTelemetry[index], context)),
        ];
    }

    public ImmutableArray<DnsInput> DnsInputs()
    {
        if (Dns.IsEmpty) return [];
        var entries = Scenario.Classes.Select(users => users.Entry).Distinct().ToArray();
        var addresses = Servers.Where(server => entries.All(entry => server.Roles.Any(role => role.Role == entry))).Select(server => server.Id)
            .Concat(Balancers.Select(balancer => balancer.Id))
            .Concat(Scenario.Edge is { } edge ? [edge.Cache.Id] : []).ToImmutableArray();
        return [.. Dns.Select(name => new DnsInput(name.Id, NowNs, CommandsFor(name.Id), addresses))];
    }

    public ImmutableArray<CertificateInput> CertificateInputs() =>
        [.. Certificates.Select(certificate => new CertificateInput(certificate.Id, NowNs, CommandsFor(certificate.Id)))];

    public ImmutableArray<BalancerInput> BalancerInputs() =>
    [
        .. Balancers.Select((balancer, index) => new BalancerInput(
            balancer.Id, NowNs, CommandsFor(balancer.Id), _balancerTelemetry[index], Conditions(),
            Scenario.Operations.RestartNs, Scenario.Tls is { End: TlsEnd.Balancer })),
    ];

    public ImmutableArray<RolloutInput> RolloutInputs()
    {
        var balancer = Balancers.FirstOrDefault();
        return
        [
            .. Rollouts.Select(rollout => new RolloutInput(
                rollout.Id, NowNs, CommandsFor(rollout.Id), Conditions(), balancer?.Id ?? "", balancer?.Targets ?? [], _versions)),
        ];
    }

    private int Components => Racks.Length + Servers.Length + Caches.Length + Databases.Length + Balancers.Length + Rollouts.Length
        + Dns.Length + Certificates.Length;

    private ImmutableArray<ServerCondition> Conditions() =>
        [.. Servers.Select(server => new ServerCondition(server.Id, server.Lifecycle, server.Version, IsTarget(server)))];

    private static bool IsTarget(ServerState server) => server.Roles.Any(role => role.Role != Role.Db);

    /// <summary>A bought server is like the first one that serves, but has no database, and runs what most of them run.</summary>
    private ServerState? Template()
    {
        var first = Servers.FirstOrDefault(IsTarget);
        if (first is null) return null;
        var version = Servers.Where(IsTarget).GroupBy(server => server.Version).MaxBy(same => same.Count())!.Key;
        return first with
        {
            Version = version,
            Roles = [.. first.Roles.Where(role => role.Role != Role.Db)],
            NextRoles = [],
            ReloadEndsNs = 0,
            NextVersion = "",
            Hung = false,
            SlowFactor = 1,
            SlowEndsNs = 0,
            Firewall = [],
            Down = [],
            Ports = PortState.Of(first.Roles, version),
            Switch = null,
            ReloadShutdownNs = 0,
            LogFactor = 1,
            LogFloodEndsNs = 0,
            ClearLogsEndsNs = 0,
        };
    }

    private string NextServerName()
    {
        var first = Servers.FirstOrDefault(IsTarget)?.Id ?? "server-0";
        var dash = first.LastIndexOf('-');
        var prefix = dash > 0 && int.TryParse(first.AsSpan(dash + 1), out _) ? first[..dash] : first;
        for (var number = 1; ; number++)
        {
            var name = $"{prefix}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!HasComponent(name)) return name;
        }
    }

    private bool HasComponent(string id) => KindOf(id) is not null;

    private void Observe()
    {
        _serverTelemetry = [.. Servers.Select(server => _plane.ServerTelemetry(server.Id))];
        _balancerTelemetry = Balancers.IsEmpty ? [] : [_plane.BalancerTelemetry()];
        _cacheTelemetry = [.. Caches.Select(cache => _plane.CacheTelemetry(cache.Id))];
        _databaseTelemetry = Databases.IsEmpty ? [] : [_plane.DatabaseTelemetry()];
    }

    private Signals Signals() =>
        new(_plane.ClassTelemetry(), Servers, [.. Servers.Select(server => _plane.ServerTelemetry(server.Id))],
            Balancers, Databases, _databaseTelemetry, _targetNs, Certificates, NowNs);
}
