using OpsGame.Simulation.Engine.Links;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Breakers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>What the control plane changes of servers.</summary>
internal sealed class ServerCommands(
    Kernel kernel, ServerStation servers, UserStation users, LinkStation links, Cuts cuts)
{
    private readonly Fleet _fleet = servers.Fleet;
    private readonly Generations _generations = servers.Generations;

    /// <summary>
    /// Of every server's calls from the application to the database, those that are still to come too; null: none.
    /// </summary>
    private BreakerSpec? _databaseBreaker;

    public bool Apply(Directive directive) => ApplyToServer(directive) || ApplyToProcesses(directive) || ApplyToDoor(directive);

    public void Place(ServerState state)
    {
        var disk = new DiskNode(state.Size.DiskMiB, state.LogKeepMiB);
        var node = new ServerNode(state.Id, links[state.Rack], state.Size.Cores, disk)
        {
            Index = _fleet.Servers.Count,
            Breakers = [Guards.New(state.Breaker), Guards.New(_databaseBreaker)],
            Blocked = users.ClassesOf(state.Blocked),
            Lifo = state.Lifo,
            Reachability = state.Lifecycle == Lifecycle.Running ? Reachability.Accepting : Reachability.Silent,
        };
        _fleet.Add(node);
        foreach (var role in state.Roles)
        {
            var meter = kernel.NewMeter($"{state.Id}/{NameOf(role.Role)}");
            _fleet.Meters.Add((meter, node, role.Role));
            node.Roles[role.Role.Level()] = _generations.Begin(node, role, servers.Versions.Of(state.Version), port: 0, meter);
        }

        if (node.Has(Role.App)) node.Ports[0] = node.Roles[(int)Role.App];
    }

    public void GuardDatabase(BreakerSpec? spec)
    {
        _databaseBreaker = spec;
        foreach (var server in _fleet.Servers) server.Breakers[(int)Role.App] = Guards.New(spec);
    }

    private bool ApplyToServer(Directive directive)
    {
        switch (directive)
        {
            case PlaceServer place:
                Place(place.Server);
                return true;
            case ResizeServer resize:
                _fleet[resize.Server].Resize(resize.Size);
                return true;
            case MoveServer move:
                _fleet[move.Server].Rack = links[move.Rack];
                return true;
            case CutServer cut:
                cuts.Cut(_fleet[cut.Server]);
                return true;
            case RemoveServer remove:
                cuts.Remove(_fleet[remove.Server]);
                return true;
            case SetHung set:
                _fleet[set.Server].Hung = set.Hung;
                servers.Cores.Changed(_fleet[set.Server]);
                return true;
            case SetSlow set:
                _fleet[set.Server].Slow = set.Factor;
                servers.Cores.Changed(_fleet[set.Server]);
                return true;
            case SetLifo set:
                _fleet[set.Server].Lifo = set.Lifo;
                return true;
            case SetLogging set:
                _fleet[set.Server].Disk.Flood = set.Factor;
                return true;
            case KeepLogs keep:
                _fleet[keep.Server].Disk.Keep(keep.MiB);
                return true;
            case ClearLogs clear:
                _fleet[clear.Server].Disk.Clear();
                return true;
            default:
                return false;
        }
    }

    private bool ApplyToProcesses(Directive directive)
    {
        switch (directive)
        {
            case ReloadRole reload:
                var server = _fleet[reload.Server];
                _generations.Reload(server, reload.Role, server.Roles[reload.Role.Role.Level()]!.Port, reload.ShutdownNs);
                return true;
            case StartBeside start:
                _generations.StartBeside(_fleet[start.Server], start.Role, start.Port, start.Version);
                return true;
            case SwitchPort turn:
                _generations.SwitchPort(_fleet[turn.Server], turn.Web, turn.Port, turn.ShutdownNs);
                return true;
            case StopPort stop:
                _generations.StopPort(_fleet[stop.Server], stop.Port, stop.ShutdownNs);
                return true;
            case CutRole cut:
                cuts.CutRole(_fleet[cut.Server], cut.Role);
                return true;
            case KillProcess kill:
                if (_fleet.GenerationOf(kill.Server, kill.Generation) is { } struck) _generations.Kill(struck, kill.Process);
                return true;
            case StartProcess start:
                if (_fleet.GenerationOf(start.Server, start.Generation) is { Retired: false } ended)
                    _generations.Restart(ended, start.Process);
                return true;
            case SetVersion set:
                SetVersion(_fleet[set.Server], set.Version);
                return true;
            default:
                return false;
        }
    }

    private bool ApplyToDoor(Directive directive)
    {
        switch (directive)
        {
            case SetReachability set:
                SetReachability(_fleet[set.Server], set.Reachability);
                return true;
            case SetFirewall set:
                _fleet[set.Server].Drop(set.From, set.Closed);
                return true;
            case SetBlocked set when _fleet.Has(set.Component):
                _fleet[set.Component].Blocked = users.ClassesOf(set.Sources);
                return true;
            case SetDatabaseBreaker set:
                GuardDatabase(set.Breaker);
                return true;
            case SetBulkhead set:
                servers.Bulkheads.Set(set);
                foreach (var role in _fleet.Roles)
                    if (!role.Retired) servers.Threads.AdmitAll(role);
                return true;
            case SetAppBreaker set:
                _fleet[set.Server].Breakers[(int)Role.Web] = Guards.New(set.Breaker);
                return true;
            default:
                return false;
        }
    }

    private void SetReachability(ServerNode server, Reachability reachability)
    {
        var starts = reachability == Reachability.Accepting && server.Reachability != reachability;
        server.Reachability = reachability;
        if (starts) _generations.StartAll(server);
    }

    /// <summary>
    /// Its processes end before (a server that is installed is cut), so every role's next ones are of the version.
    /// </summary>
    private void SetVersion(ServerNode server, string version)
    {
        foreach (var role in server.Roles)
            if (role is not null) role.Version = servers.Versions.Of(version);
    }

    private static string NameOf(Role role) => role switch
    {
        Role.Web => "web",
        Role.App => "app",
        Role.Worker => "worker",
        _ => "db",
    };
}
