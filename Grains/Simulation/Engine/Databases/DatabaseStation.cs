using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// The database: a call takes a pooled connection, or brings its own, to one of its nodes; what happens there is its
/// <see cref="DatabaseProgram"/>'s doing.
/// </summary>
internal sealed class DatabaseStation : Station
{
    private readonly UserClass[] _classes;
    private readonly ServerStation _servers;
    private readonly Database _database;
    private readonly Waits _waits;
    private readonly Pools _pools;
    private readonly Transactions _transactions;
    private readonly NodeChanges _nodes;
    private readonly DatabaseAudit _audit;
    private readonly StepKind _deadlockCheck;
    private readonly StepKind _diskRead;

    public DatabaseStation(
        Kernel kernel, WatchStation watch, UserStation users, ServerStation servers, CacheStation[] caches,
        Scenario scenario)
        : base(kernel)
    {
        (_classes, _servers) = (users.Classes, servers);
        var spec = scenario.Database!;
        (_deadlockCheck, _diskRead) = (NewStep(), NewStep());
        _waits = new Waits(Queue, spec, _deadlockCheck, _diskRead, NewStep(), NewTimer());
        _database = new Database(spec, Nodes(spec, users.Keys), users.Keys);
        var readsReplicas = scenario.Classes.Any(each => each.ReplicaReads);
        _pools = new Pools(kernel, watch, servers, _database, _waits, this, readsReplicas);
        _transactions = new Transactions(kernel, watch, _database, servers.Cores, _waits);
        _nodes = new NodeChanges(kernel, servers, _database, _pools);
        Sessions = new Sessions(kernel, users, servers, _database);
        Program = new DatabaseProgram(
            kernel, watch, users, servers, caches, _database, _waits, _transactions, Sessions, _nodes);
        Looks = new DatabaseLooks(kernel, users, servers, _database);
        _audit = new DatabaseAudit(kernel, _database);
        servers.Fleet.Programs[(int)Role.Db] = Program;
    }

    public override Turn Turn => new(7, int.MaxValue);

    public DatabaseProgram Program { get; }

    public Sessions Sessions { get; }

    public DatabaseLooks Looks { get; }

    /// <summary>A process of an application starts, with the connections it keeps; likewise ends.</summary>
    public void Started(RoleNode app, int process) => _pools.Open(app, process);

    public void Ended(RoleNode app, int process) => _pools.Close(app, process);

    public bool Wants(ref Request request) =>
        request.Probe ? request.Deep : _classes[request.Class].Passes[(int)Role.Db];

    /// <summary>A role asks, or users do.</summary>
    public void Ask(int slot, ServerNode? from)
    {
        ref var request = ref Pool[slot];
        var byApp = request.At == (int)Role.App;
        if (!Wants(ref request) || (byApp && !_servers.Guards.Lets(ref request)))
        {
            _servers.Leaving.Leave(slot);
            return;
        }

        var node = NodeFor(ref request);
        request.Node = node.Index;
        if (byApp && _database.PoolSize > 0) _pools.Take(slot, from);
        else _servers.Calls.Call(slot, from, node.Role.Server, Role.Db);
    }

    /// <summary>An application's call is back.</summary>
    public void GiveBack(ref Request request) => _pools.Release(ref request);

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == _diskRead) _servers.Cores.Begin(slot);
        else if (kind == _deadlockCheck) CheckDeadlock(slot);
        else WaitTimeout(slot);
    }

    /// <summary>A call has been in the database too long.</summary>
    public override void Fire(StepKind kind, int slot, int epoch)
    {
        // a request comes to the database once in its life
        if (Pool[slot].Life != epoch || Pool[slot].Stays[(int)Role.Db].Station < 0) return;
        if (!_servers.Hangs.Misses(slot, Role.Db)) Sessions.Cancel(slot, Cause.StatementTimeout);
    }

    public override void Stop(int slot, Phase was)
    {
        ref var request = ref Pool[slot];
        if (was == Phase.InLockQueue) _database.Locks.StopWaiting(Pool, slot);
        else if (was == Phase.InPoolQueue) _pools.Of(ref request).Queue.Remove(Pool, slot);
        else if (was == Phase.InSlotQueue) _database.Nodes[request.Node].SlotQueue.Remove(Pool, slot);
    }

    public override void Lose(int slot, int level)
    {
        if (Pool[slot].Stays[(int)Role.Db].Station >= 0) _servers.Leaving.Release(slot, (int)Role.Db, Cause.Cut);
        if (level <= (int)Role.App && Pool[slot].HoldsPool) _pools.Release(ref Pool[slot]);
    }

    public override bool Apply(Directive directive)
    {
        switch (directive)
        {
            case SetDatabase set:
                Set(set);
                return true;
            case KillSession kill:
                Sessions.Kill(kill.Slot, kill.Life);
                return true;
            default:
                return _nodes.Apply(directive);
        }
    }

    public override void Roll() => _database.RollWindow();

    public override void AddTo(ref StateHash hash)
    {
        foreach (var node in _database.Nodes)
        {
            hash.Add((long)node.Connections);
            hash.Add((long)node.BusySlots);
            hash.Add((long)node.WarmKeys);
        }
    }

    public override void Audit(List<string> broken) => _audit.Add(broken);

    private DatabaseNode[] Nodes(DatabaseSpec spec, int keys) =>
    [
        .. spec.Servers.Select((server, index) => new DatabaseNode(
            index, _servers.Fleet[server].Roles[(int)Role.Db]!, spec.ColdReadNs > 0 ? keys : 0, spec.Slots)
        {
            Ceiling = spec.MaxConnections,
            Synced = true,
        }),
    ];

    /// <summary>Whom a call asks: reads of some classes a replica, everything else the primary.</summary>
    private DatabaseNode NodeFor(ref Request request) =>
        _database.Replication is not null && Program.MayAskReplica(ref request) ? _database.NextReplica() : _database.Primary;

    private void Set(SetDatabase set)
    {
        _database.MaxConnections = set.MaxConnections;
        Pace(set.SlowFactor);
        if (_database.Replication is { } replication) replication.LagNs = set.LagNs;
        if (_database.PoolSize != set.PoolSize) _pools.Resize(set.PoolSize);
        _waits.Limit(set.LockTimeoutNs, set.StatementTimeoutNs, set.PoolTimeoutNs);
    }

    private void Pace(double slow)
    {
        if (Program.Slow == slow) return;
        Program.Slow = slow;
        foreach (var node in _database.Nodes) _servers.Cores.Changed(node.Role.Server);
    }

    private void CheckDeadlock(int slot)
    {
        if (!_servers.Hangs.Misses(slot, Role.Db) && _transactions.Deadlocks(slot)) Sessions.Cancel(slot, Cause.Deadlock);
    }

    /// <summary>It has waited long enough for a lock or a pooled connection.</summary>
    private void WaitTimeout(int slot)
    {
        ref var request = ref Pool[slot];
        var waitsFor = request.Phase == Phase.InLockQueue ? Role.Db : Role.App;
        if (_servers.Hangs.Misses(slot, waitsFor)) return;
        if (waitsFor == Role.Db)
        {
            _database.Locks.StopWaiting(Pool, slot);
            request.Failure = Cause.LockTimeout;
        }
        else
        {
            _pools.Of(ref request).Queue.Remove(Pool, slot);
            request.Failure = Cause.PoolTimeout;
            if (request.Guarded != 0) _servers.Guards.Judge(ref request, (int)Role.App);
        }

        request.Phase = Phase.Travelling;
        _servers.Leaving.Leave(slot);
    }
}
