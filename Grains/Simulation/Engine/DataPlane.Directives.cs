namespace OpsGame.Simulation.Engine;

/// <summary>What the control plane changes.</summary>
internal sealed partial class DataPlane
{
    public void Apply(Directive directive)
    {
        switch (directive)
        {
            case PlaceServer place:
                Place(place.Server);
                break;
            case SetReachability set:
                NodeOf(set.Server).Reachability = set.Reachability;
                break;
            case CutServer cut:
                Cut(NodeOf(cut.Server));
                break;
            case ReloadRole reload:
                Reload(NodeOf(reload.Server), reload.Role, reload.ShutdownNs);
                break;
            case SetFirewall set:
                NodeOf(set.Server).Firewalled = set.Closed;
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
            case SetBreaker set:
                SetBreaker(set.Caller, set.Breaker);
                break;
            case SetRetryBudget set:
                foreach (var users in _classes) users.RetryBudget = set.Share;
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
                _cache!.Set(set.Capacity, set.TtlNs);
                break;
            case FlushCache:
                _cache!.Flush();
                break;
            case SetDatabase set:
                (_database!.MaxConnections, _database.Slots, _database.Slow) = (set.MaxConnections, set.Slots, set.SlowFactor);
                WakeSlots();
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
        _servers.Remove(server);
        foreach (var balancer in Balancers())
            if (balancer.IndexOf(server.Id) >= 0) balancer.Set(server, serves: false, fresh: false, Now);
    }

    /// <summary>Its processes end before (a server that is installed is cut), so every role's next ones are of the version.</summary>
    private void SetVersion(ServerNode server, string version)
    {
        foreach (var station in server.Roles)
            if (station is not null) station.Version = VersionOf(version);
    }

    /// <summary>Null: it has ended meanwhile.</summary>
    private RoleStation? GenerationOf(string server, int generation)
    {
        var node = NodeOf(server);
        return Array.Find(node.Roles, station => station?.Generation == generation)
            ?? node.Retired.Find(station => station.Generation == generation);
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
        foreach (var station in server.Roles.Concat(server.Retired))
        {
            if (station is null) continue;
            for (var left = station.Stuck.Count; left > 0; left--) BeginWork(station.Stuck.TakeFirst(_pool));
        }
    }
}
