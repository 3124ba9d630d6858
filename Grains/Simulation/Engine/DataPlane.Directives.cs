using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine;

/// <summary>What the control plane changes.</summary>
internal sealed partial class DataPlane
{
    public void Apply(Directive directive)
    {
        ObserveVersions();
        Carry(directive);
        ObserveVersions();
    }

    private void Carry(Directive directive)
    {
        switch (directive)
        {
            case PlaceServer place:
                Place(place.Server);
                break;
            case ResizeServer resize:
                Resize(NodeOf(resize.Server), resize.Size);
                break;
            case MoveServer move:
                NodeOf(move.Server).Rack = RackOf(move.Rack);
                break;
            case SetReachability set:
                SetReachability(NodeOf(set.Server), set.Reachability);
                break;
            case CutServer cut:
                Cut(NodeOf(cut.Server));
                break;
            case ReloadRole reload:
                Reload(NodeOf(reload.Server), reload.Role, NodeOf(reload.Server).Roles[(int)reload.Role.Role]!.Port, reload.ShutdownNs);
                break;
            case StartBeside start:
                StartBeside(NodeOf(start.Server), start.Role, start.Port, start.Version);
                break;
            case SwitchPort turn:
                SwitchPort(NodeOf(turn.Server), turn.Web, turn.Port, turn.ShutdownNs);
                break;
            case StopPort stop:
                StopPort(NodeOf(stop.Server), stop.Port, stop.ShutdownNs);
                break;
            case CutRole cut:
                CutRole(NodeOf(cut.Server), cut.Role);
                break;
            case SetLogging set:
                NodeOf(set.Server).Disk.Flood = set.Factor;
                break;
            case KeepLogs keep:
                NodeOf(keep.Server).Disk.Keep(keep.MiB);
                break;
            case ClearLogs clear:
                NodeOf(clear.Server).Disk.Clear();
                break;
            case SetFirewall set:
                Drop(NodeOf(set.Server), set.From, set.Closed);
                break;
            case KillProcess kill:
                if (GenerationOf(kill.Server, kill.Generation) is { } struck) Kill(struck, kill.Process);
                break;
            case StartProcess start:
                if (GenerationOf(start.Server, start.Generation) is { Retired: false } started) Start(started, start.Process);
                break;
            case SetRateLimit set:
                BalancerOf(set.Balancer).RateLimit = set.PerSecond;
                break;
            case SetVersion set:
                SetVersion(NodeOf(set.Server), set.Version);
                break;
            case SetHung set:
                SetHung(NodeOf(set.Server), set.Hung);
                break;
            case SetSlow set:
                NodeOf(set.Server).Slow = set.Factor;
                break;
            case SetAlgorithm set:
                BalancerOf(set.Balancer).Algorithm = set.Algorithm;
                break;
            case SetTarget set:
                SetTarget(BalancerOf(set.Balancer), set);
                break;
            case CutTarget cut:
                CutTarget(BalancerOf(cut.Balancer), BalancerOf(cut.Balancer).IndexOf(cut.Server));
                break;
            case SetWeight set:
                BalancerOf(set.Balancer).Weigh(set.Server, set.Weight);
                break;
            case SetLimits set:
                BalancerOf(set.Balancer).Limits = set.Limits;
                WakeBalancer(BalancerOf(set.Balancer));
                break;
            case SetDatabaseBreaker set:
                GuardDatabase(set.Breaker);
                break;
            case SetAppBreaker set:
                NodeOf(set.Server).Breakers[(int)Role.Web] = NewBreaker(set.Breaker);
                break;
            case SetRetryBudget set:
                foreach (var users in _classes) users.RetryBudget = set.Share;
                break;
            case SetFeature set:
                SetFeature(set.Feature, set.On);
                break;
            case SetUplink set:
                SetUplink(RackOf(set.Rack), set.Lost);
                break;
            case RemoveServer remove:
                Remove(NodeOf(remove.Server));
                break;
            case SendProbe probe:
                SendProbe(probe);
                break;
            case SetCache set:
                SetCache(set);
                break;
            case PlaceCache place:
                PlaceCache(place);
                break;
            case ServeCache serve:
                CacheOf(serve.Cache).Serving = true;
                break;
            case RemoveCache remove:
                RemoveCache(CacheOf(remove.Cache));
                break;
            case WarmCache warm:
                WarmUp(CacheOf(warm.Cache), warm.Keys, warm.PerSecond);
                break;
            case StopWarming stop:
                CacheOf(stop.Cache).WarmUp?.Stop();
                break;
            case FlushCache flush:
                CacheOf(flush.Cache).Flush();
                break;
            case SetDns set:
                _dns!.Set([.. set.Targets.Select(AddressOf)]);
                _dns.TtlNs = set.TtlNs;
                break;
            case SetCertificate set:
                (_certificateExpiresNs, _certificateCovers) = (set.ExpiresNs, set.Covers);
                break;
            case SetHandshakeLimit set:
                if (_tls is not null) _tls.Gate.PerSecond = set.PerSecond;
                break;
            case SetBlocked set:
                Block(set.Component, set.Sources);
                break;
            case CutBalancer cut:
                LoseBalancer(BalancerOf(cut.Balancer));
                break;
            case StartBalancer start:
                BalancerOf(start.Balancer).Down = false;
                break;
            case SetDatabase set:
                SetDatabase(set);
                break;
            case AddReplica add:
                _database!.Follow(NodeOf(add.Server).Roles[(int)Role.Db]!, add.LagNs);
                break;
            case ServeReplica serve:
                Serve(NodeOn(serve.Server));
                break;
            case RetireReplica retire:
                Retire(NodeOn(retire.Server));
                break;
            case KillSession kill:
                KillSession(kill.Slot, kill.Life);
                break;
            case FencePrimary:
                Fence();
                break;
            case PromoteReplica promote:
                Promote(promote.Server);
                break;
            case SetTraffic set:
                ChangeTraffic(set.Factor);
                break;
            default:
                throw new InvalidOperationException($"the engine knows no directive {directive.GetType().Name}");
        }
    }

    private void SetTarget(BalancerNode balancer, SetTarget set)
    {
        balancer.Set(NodeOf(set.Server), set.Serving, set.Fresh, Now);
        WakeBalancer(balancer);
    }

    private void Remove(ServerNode server)
    {
        server.Reachability = Reachability.Silent;
        Cut(server);
        server.Gone = true;
        foreach (var balancer in Balancers())
            if (balancer.IndexOf(server.Id) >= 0) balancer.Set(server, serves: false, fresh: false, Now);
    }

    private void SetReachability(ServerNode server, Reachability reachability)
    {
        var starts = reachability == Reachability.Accepting && server.Reachability != reachability;
        server.Reachability = reachability;
        if (starts) OpenPools(server);
    }

    private void SetDatabase(SetDatabase set)
    {
        (_database!.MaxConnections, _database.Slow) = (set.MaxConnections, set.SlowFactor);
        if (_database.Replication is { } replication) replication.LagNs = set.LagNs;
        if (_database.PoolSize != set.PoolSize) SetPoolSize(set.PoolSize);
        LimitWaits(set.LockTimeoutNs, set.StatementTimeoutNs, set.PoolTimeoutNs);
    }

    /// <summary>The database's work slots on it grow and shrink with its cores.</summary>
    private void Resize(ServerNode server, ServerSize size)
    {
        server.Resize(size);
        if (server.Roles[(int)Role.Db] is { } station && _database is not null) NodeOn(station)?.Resize();
    }

    private void SetCache(SetCache set)
    {
        var cache = CacheOf(set.Cache);
        cache.Set(set);
        foreach (var users in _classes)
        {
            var cached = set.Cached.Contains(users.Spec.Id);
            if (ReferenceEquals(cache, _edge)) users.AsksEdge = cached;
            else users.AsksCache = cached;
        }
    }

    private CacheNode CacheOf(string id) => _cache?.Id == id ? _cache : _edge!;

    /// <summary>Its processes end before (a server that is installed is cut), so every role's next ones are of the version.</summary>
    private void SetVersion(ServerNode server, string version)
    {
        foreach (var station in server.Roles)
            if (station is not null) station.Version = VersionOf(version);
    }

    private static void Drop(ServerNode server, Sender from, bool drops)
    {
        var bit = 1 << (int)from;
        server.Dropped = drops ? server.Dropped | bit : server.Dropped & ~bit;
    }

    /// <summary>Null: it has ended meanwhile.</summary>
    private RoleStation? GenerationOf(string server, int generation)
    {
        var node = NodeOf(server);
        return node.Roles.Concat(node.Others).FirstOrDefault(station => station?.Generation == generation);
    }

    private void Start(RoleStation station, int process)
    {
        ProcessStarts(station, process);
        WakeQueue(station);
    }

    private void SetHung(ServerNode server, bool hung)
    {
        server.Hung = hung;
        if (hung) return;
        foreach (var station in server.Roles.Concat(server.Others))
        {
            if (station is null) continue;
            for (var left = station.Stuck.Count; left > 0; left--) BeginWork(station.Stuck.TakeFirst(_pool));
        }
    }
}
