using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Racks.Actions;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;
using AddReplica = OpsGame.Simulation.Kinds.Databases.Actions.AddReplica;
using JoinReplica = OpsGame.Simulation.Kinds.Databases.Actions.JoinReplica;
using KillSession = OpsGame.Simulation.Kinds.Databases.Actions.KillSession;
using MoveServer = OpsGame.Simulation.Kinds.Servers.Actions.MoveServer;

namespace OpsGame.Simulation.Estates;

/// <summary>What each component is told in a tick. Later stages see what earlier ones decided in the same tick.</summary>
public sealed partial class World
{
    private readonly HashSet<string> _serverNames;
    private ImmutableArray<RackTelemetry> _rackTelemetry = [];
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
            [.. new[] { Offer(Tier.Whole), Offer(Tier.App) }.OfType<Offer>()], [.. Scenario.Sizes.Select(InitialState.SizeOf)],
            IsFull,
            Buys(AddReplica.Name) ? Replica() : null, HasCache ? null : InitialState.CacheOffer(Scenario), HasCache);
        return [.. Racks.Select(rack => new RackInput(rack.Id, NowNs, CommandsFor(rack.Id), context))];
    }

    public ImmutableArray<ServerInput> ServerInputs()
    {
        var operations = Scenario.Operations;
        var context = new ServerContext(
            operations.BootNs, operations.RestartNs, operations.ReloadNs, operations.InstallNs, operations.ShutdownNs, _versions,
            [.. Scenario.Sizes.Select(InitialState.SizeOf)]);
        return
        [
            .. Servers.Select((server, index) => new ServerInput(
                server.Id, NowNs, CommandsFor(server.Id), Racks.First(rack => rack.Id == server.Rack).Powered,
                _serverTelemetry[index],
                context, WhereItServes(server.Id, out var attached), attached, HomeOf(server), UnitsFor(server.Id))),
        ];
    }

    /// <summary>Whether a rack is asked for something in this tick.</summary>
    private bool Buys(string action) => Racks.Any(rack => CommandsFor(rack.Id).Any(command => command.Action == action));

    private bool HasCache => Caches.Any(cache => !IsEdge(cache.Id));

    private bool IsEdge(string cache) => CacheRules.IsEdge(cache, Scenario);

    private string HomeOf(ServerState server) => TierOf(server) is { } tier ? Scenario.BalancerOf(tier)?.Id ?? "" : "";

    private ImmutableSortedDictionary<string, int>? UnitsFor(string server)
    {
        if (!_addressed.ContainsKey(server)) return null;
        var wanted = CommandsFor(server).Where(command => command.Action == MoveServer.Name)
            .Select(command => command.Text("rack")).ToArray();
        return wanted.Length == 0
            ? null
            : Racks.Where(rack => wanted.Contains(rack.Id)).ToImmutableSortedDictionary(
                rack => rack.Id, rack => rack.Units.IndexOf(server), StringComparer.Ordinal);
    }

    public ImmutableArray<CacheInput> CacheInputs() =>
        [.. Caches.Select(
            (cache, index) => new CacheInput(
                cache.Id, NowNs, CommandsFor(cache.Id), _cacheTelemetry[index], Cacheable(cache.Id), IsEdge(cache.Id)))];

    /// <summary>
    /// The edge sees all users' reads, the cache those with which the application goes to the database: where the scenario has
    /// none of its own only those it says may be answered from one.
    /// </summary>
    private ImmutableArray<string> Cacheable(string cache) =>
    [
        .. Scenario.Classes.Where(users => users.WriteShare < 1 && (IsEdge(cache)
                || (Scenario.Cache is null ? users.Cacheable : users is { App: not null, Db: not null })))
            .Select(users => users.Id),
    ];

    public ImmutableArray<DatabaseInput> DatabaseInputs()
    {
        var failover = Scenario.Database?.Failover ?? new FailoverSpec();
        var context = new DatabaseContext(failover.DetectNs, failover.PromoteNs, Scenario.Database?.ReplicaCopyNs ?? 0);
        return
        [
            .. Databases.Select((database, index) => new DatabaseInput(
                database.Id, NowNs, CommandsFor(database.Id), _databaseTelemetry[index], context,
                CommandsFor(database.Id).Any(command => command.Action == KillSession.Name) ? _plane.Sessions() : [])),
        ];
    }

    public ImmutableArray<DnsInput> DnsInputs()
    {
        if (Dns.IsEmpty) return [];
        var entries = Scenario.Classes.Select(users => users.Entry).Distinct().ToArray();
        var addresses = Servers.Where(server => entries.All(entry => server.Roles.Any(role => role.Role == entry)))
            .Select(server => server.Id)
            .Concat(Scenario.Balancer is { } balancer ? [balancer.Id] : [])
            .Concat(Scenario.Edge is { } edge ? [edge.Cache.Id] : []).ToImmutableArray();
        return [.. Dns.Select(name => new DnsInput(name.Id, NowNs, CommandsFor(name.Id), addresses))];
    }

    public ImmutableArray<CertificateInput> CertificateInputs() =>
        [.. Certificates.Select(
            certificate => new CertificateInput(certificate.Id, NowNs, CommandsFor(certificate.Id), certificate.Id == Served))];

    /// <summary>The certificate users are shown: the balancer's, wherever else their connections end the first.</summary>
    private string Served =>
        Balancers.FirstOrDefault(balancer => balancer.Certificate.Length > 0)?.Certificate ?? Scenario.Certificate?.Id ?? "";

    public ImmutableArray<BalancerInput> BalancerInputs() =>
    [
        .. Balancers.Select((balancer, index) => new BalancerInput(
            balancer.Id, NowNs, CommandsFor(balancer.Id), _balancerTelemetry[index], Conditions(), Certificates,
            Scenario.Operations.RestartNs, BalancerRules.ShakesHands(balancer, Scenario))),
    ];

    public ImmutableArray<RolloutInput> RolloutInputs()
    {
        return
        [
            .. Rollouts.Select(rollout => new RolloutInput(
                rollout.Id, NowNs, CommandsFor(rollout.Id), Servers, Racks, Conditions(),
                [.. Balancers.SelectMany(one => one.Targets)], _versions,
                _serverTelemetry)),
        ];
    }

    public ImmutableArray<ScalerInput> ScalerInputs() =>
    [
        .. Scalers.Select(scaler => new ScalerInput(
            scaler.Id, NowNs, CommandsFor(scaler.Id), Members(scaler.Tier),
            [.. Racks.Select(
                rack => new RackRoom(rack.Id, rack.Powered && !IsFull ? rack.Units.Count(unit => unit.Length == 0) : 0))],
            Pending(scaler.Tier))),
    ];

    private ImmutableArray<ScalerMember> Members(Tier tier)
    {
        var members = ImmutableArray.CreateBuilder<ScalerMember>();
        for (var index = 0; index < Servers.Length; index++)
        {
            var server = Servers[index];
            if (TierOf(server) != tier) continue;
            members.Add(new ScalerMember(
                server.Id, server.Rack, server.Lifecycle,
                server is { LeavingNs: 0, Lifecycle: not (Lifecycle.Off or Lifecycle.Stopped) },
                !server.Roles.Any(role => role.Role == Role.Db), _serverTelemetry[index].CpuShare));
        }

        return members.ToImmutable();
    }

    /// <summary>Ordered, and named one a tick; or placed at this tick's end.</summary>
    private int Pending(Tier tier) =>
        _postponed.Count(order => order.Action == AddServer.Name && Tiers.Of(order) == tier)
        + _directives.OfType<PlaceServer>().Count(place => TierOf(place.Server) == tier);

    private string WhereItServes(string server, out bool attached)
    {
        foreach (var balancer in Balancers)
        {
            var index = BalancerRules.IndexOf(balancer, server);
            if (index < 0 || balancer.Targets[index].Attachment == Attachment.Detached) continue;
            attached = balancer.Targets[index].Attachment == Attachment.Attached;
            return balancer.Id;
        }

        attached = false;
        return "";
    }

    private bool IsFull => Components >= Limits.Components || _serverNames.Count >= Limits.ServersEver;

    private int Components =>
        Racks.Length + Servers.Length + Caches.Length + Databases.Length + Balancers.Length + Rollouts.Length
        + Scalers.Length + Dns.Length + Certificates.Length;

    private ImmutableArray<ServerCondition> Conditions() =>
        [.. Servers.Select(server => new ServerCondition(
            server.Id, server.Lifecycle, server.Version, IsTarget(server),
            HomeOf(server), server.LeavingNs > 0))];

    private Tier? TierOf(ServerState server) => Scenario.TierOf(wanted => server.Roles.Any(role => role.Role == wanted));

    private static bool IsTarget(ServerState server) => server.Roles.Any(role => role.Role != Role.Db);

    /// <summary>A bought server is like the first one of its tier, but has no database, and runs what most of them run.</summary>
    private Offer? Offer(Tier tier)
    {
        var peers = Servers.Where(server => TierOf(server) == tier).ToArray();
        // all of them may be gone
        var first = peers.FirstOrDefault()
            ?? Scenario.Servers.Where(server => Scenario.TierOf(server) == tier)
                .Select(server => InitialState.Of(server, Scenario)).FirstOrDefault();
        return first is null
            ? null
            : new Offer(tier, Template(first, peers, role => role.Role != Role.Db), Scenario.BalancerOf(tier)?.Id ?? "");
    }

    /// <summary>Like the primary's server, but with nothing beside the database.</summary>
    private ServerState? Replica()
    {
        var database = Databases[0];
        // the one bought a tick ago is about to join
        var joining = CommandsFor(database.Id).Count(command => command.Action == JoinReplica.Name);
        if (database.Servers.Length + joining > Limits.Replicas) return null;
        var primary = Servers.First(server => server.Id == database.Server);
        return Template(primary, [primary], role => role.Role == Role.Db);
    }

    private ServerState Template(ServerState first, ServerState[] peers, Func<RoleState, bool> carries)
    {
        var version = peers.Length == 0
            ? first.Version
            : peers.GroupBy(server => server.Version).MaxBy(same => same.Count())!.Key;
        return first with
        {
            Id = NextServerName(first.Id),
            Version = version,
            LeavingNs = 0,
            Change = null,
            Roles = [.. first.Roles.Where(carries)],
            NextRoles = [],
            ReloadEndsNs = 0,
            NextVersion = "",
            Hung = false,
            SlowFactor = 1,
            SlowEndsNs = 0,
            Firewall = [],
            Down = [],
            Ports = PortState.Of([.. first.Roles.Where(carries)], version),
            Switch = null,
            ReloadShutdownNs = 0,
            LogFactor = 1,
            LogFloodEndsNs = 0,
            ClearLogsEndsNs = 0,
            Blocked = first.Roles.Any(role => role.Role != Role.Db && carries(role)) ? first.Blocked : [],
            Breaker = first.Roles.Any(role => role.Role == Role.Web && carries(role)) ? first.Breaker : null,
        };
    }

    /// <summary>No name is given twice, even when its server is gone: reports and memories go by it.</summary>
    private string NextServerName(string first)
    {
        var dash = first.LastIndexOf('-');
        var prefix = dash > 0 && int.TryParse(first.AsSpan(dash + 1), out _) ? first[..dash] : first;
        for (var number = 1; ; number++)
        {
            var name = $"{prefix}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!HasComponent(name) && !_serverNames.Contains(name)) return name;
        }
    }

    private bool HasComponent(string id) => KindOf(id) is not null;

    private void Observe()
    {
        _serverTelemetry = [.. Servers.Select(server => _plane.ServerTelemetry(server.Id))];
        _rackTelemetry = [.. Racks.Select(rack => _plane.RackTelemetry(rack.Id))];
        _balancerTelemetry = [.. Balancers.Select(balancer => _plane.BalancerTelemetry(balancer.Id))];
        _cacheTelemetry = [.. Caches.Select(cache => _plane.CacheTelemetry(cache.Id))];
        _databaseTelemetry = Databases.IsEmpty ? [] : [_plane.DatabaseTelemetry()];
    }

    private Signals Signals() =>
        new([.. _plane.ClassTelemetry().Where((_, index) => Scenario.Classes[index].Counts)], Servers,
            [.. Servers.Select(server => _plane.ServerTelemetry(server.Id))],
            Balancers, Databases, _databaseTelemetry, _targetNs, [.. Certificates.Where(certificate => certificate.Id == Served)],
            NowNs);
}
