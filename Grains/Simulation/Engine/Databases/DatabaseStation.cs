using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;

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
    private readonly Pooler _pooler;
    private readonly SecondConnections _seconds;
    private readonly Pools _pools;
    private readonly Tables _tables;
    private readonly Transactions _transactions;
    private readonly DatabaseControls _controls;
    private readonly DatabaseAudit _audit;
    private readonly StepKind _deadlockCheck;
    private readonly StepKind _diskRead;
    private readonly StepKind _alterDue;
    private readonly StepKind _secondWanted;

    public DatabaseStation(
        Kernel kernel, WatchStation watch, UserStation users, ServerStation servers, CacheStation[] caches,
        Scenario scenario)
        : base(kernel)
    {
        (_classes, _servers) = (users.Classes, servers);
        var spec = scenario.Database!;
        (_deadlockCheck, _diskRead, _alterDue, _secondWanted) = (NewStep(), NewStep(), NewTimer(), NewStep());
        _waits = new Waits(Queue, spec, _deadlockCheck, _diskRead, NewStep(), NewTimer());
        _database = new Database(spec, Nodes(spec, users.Keys), users.Keys);
        _pooler = new Pooler(kernel, watch, _database, _waits);
        _seconds = new SecondConnections(kernel, users, servers, _database, _pooler, _secondWanted);
        _pools = new Pools(kernel, watch, servers, _database, _pooler, _waits, _seconds, this);
        _transactions = new Transactions(kernel, watch, _database, servers.Cores, _waits);
        _tables = new Tables(kernel, watch, users, _database, _waits, _alterDue);
        var nodes = new NodeChanges(kernel, servers, _database, _pools, _tables);
        Sessions = new Sessions(kernel, users, servers, _database, _tables);
        Program = new DatabaseProgram(
            kernel, watch, users, servers, caches, _database, _pooler, _waits, _tables, _transactions, Sessions, nodes);
        (_pooler.Connected, _tables.Admitted) = (Program.Connected, Program.Begin);
        Looks = new DatabaseLooks(kernel, users, servers, _database, _pooler, _tables);
        _controls = new DatabaseControls(
            users, servers, _database, _waits, _pools, _pooler, _tables, Sessions, nodes, Program);
        _audit = new DatabaseAudit(kernel, _database, _pooler, _tables);
        servers.Fleet.Programs[(int)Role.Db] = Program;
    }

    public override Turn Turn => new(7, int.MaxValue);

    public DatabaseProgram Program { get; }

    /// <summary>Somebody asks replicas.</summary>
    public bool ReadsReplicas => Array.Exists(_classes, users => users.ReplicaReads);

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

    /// <summary>A request leaves its application; a first connection of two that it still has is free.</summary>
    public void Left(ref Request request, RoleNode app, int process)
    {
        var first = _seconds.Release(ref request, app.Index, process);
        if (first >= 0) _pools.ReturnFirst(app, process, first);
    }

    public override void Reach(StepKind kind, int slot, int arg)
    {
        if (kind == _diskRead) _servers.Cores.Begin(slot);
        else if (kind == _deadlockCheck) CheckDeadlock(slot);
        else if (kind == _secondWanted) WantSecond(slot);
        else WaitTimeout(slot);
    }

    /// <summary>A call has been in the database too long, or it is the ALTER's time.</summary>
    public override void Fire(StepKind kind, int slot, int epoch)
    {
        if (kind == _alterDue)
        {
            _tables.Due(epoch);
            return;
        }

        // a request comes to the database once in its life
        if (Pool[slot].Life != epoch || Pool[slot].Stays[(int)Role.Db].Station < 0) return;
        if (!_servers.Hangs.Misses(slot, Role.Db)) Sessions.Cancel(slot, Cause.StatementTimeout);
    }

    public override void Stop(int slot, Phase was)
    {
        ref var request = ref Pool[slot];
        if (was == Phase.InLockQueue) _database.Locks.StopWaiting(Pool, slot);
        else if (was == Phase.InPoolerQueue) _pooler.StopWaiting(slot);
        else if (was == Phase.InTableQueue) _tables.StopWaiting(slot);
        else if (was == Phase.InPoolQueue) _pools.Of(ref request).Queue.Remove(Pool, slot);
        else if (was == Phase.InSlotQueue) _database.Nodes[request.Node].SlotQueue.Remove(Pool, slot);
    }

    public override void Lose(int slot, int level)
    {
        if (Pool[slot].Stays[(int)Role.Db].Station >= 0) _servers.Leaving.Release(slot, (int)Role.Db, Cause.Cut);
        if (level <= (int)Role.App && Pool[slot].HoldsPool) _pools.Release(ref Pool[slot]);
    }

    public override object Controls => _controls;

    public override void Roll() => _database.RollWindow();

    public override void AddTo(ref StateHash hash)
    {
        foreach (var node in _database.Nodes)
        {
            hash.Add((long)node.Connections);
            hash.Add((long)node.BusySlots);
            hash.Add((long)node.WarmKeys);
        }

        _tables.AddTo(ref hash);
    }

    public override void Audit(List<string> broken) => _audit.Add(broken);

    private DatabaseNode[] Nodes(DatabaseSpec spec, int keys) =>
    [
        .. spec.Servers.Select((server, index) => new DatabaseNode(
            index, _servers.Fleet[server].Roles[(int)Role.Db]!, spec.ColdReadNs > 0 ? keys : 0, spec.Slots)
        {
            Ceiling = spec.Pooler?.Clients ?? spec.MaxConnections,
            Synced = true,
        }),
    ];

    /// <summary>Whom a call asks: reads of some classes a replica, everything else the primary.</summary>
    private DatabaseNode NodeFor(ref Request request) =>
        _database.Replication is not null && Program.MayAskReplica(ref request) ? _database.NextReplica() : _database.Primary;

    /// <summary>It has had its first connection for long enough.</summary>
    private void WantSecond(int slot)
    {
        if (_servers.Hangs.Holds(slot)) return;
        ref var request = ref Pool[slot];
        request.Node = NodeFor(ref request).Index;
        _pools.Take(slot, _servers.Fleet.HolderOf(ref request, (int)Role.App).Server);
    }

    private void CheckDeadlock(int slot)
    {
        if (!_servers.Hangs.Misses(slot, Role.Db) && _transactions.Deadlocks(slot)) Sessions.Cancel(slot, Cause.Deadlock);
    }

    /// <summary>It has waited long enough for a lock or a pooled connection.</summary>
    private void WaitTimeout(int slot)
    {
        ref var request = ref Pool[slot];
        var was = request.Phase;
        var waitsFor = was == Phase.InPoolQueue ? Role.App : Role.Db;
        if (_servers.Hangs.Misses(slot, waitsFor)) return;
        if (waitsFor == Role.Db)
        {
            Stop(slot, was);
            request.Failure = was == Phase.InPoolerQueue ? Cause.PoolerTimeout : Cause.LockTimeout;
            if (was == Phase.InPoolerQueue) Sessions.Disconnect(ref request);
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
