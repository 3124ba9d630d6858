using OpsGame.Simulation.Engine.Caches;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>A node of the database at a call: a connection or a refusal, the transaction, and what it leaves behind.</summary>
internal sealed class DatabaseProgram(
    Kernel kernel, WatchStation watch, UserStation users, ServerStation servers, CacheStation[] caches,
    Database database, Pooler pooler, Waits waits, Tables tables, Transactions transactions, Sessions sessions, NodeChanges nodes)
    : RoleProgram(servers.Leaving, servers.Threads)
{
    private readonly RequestPool _pool = kernel.Pool;
    private readonly UserClass[] _classes = users.Classes;
    private readonly Threads _threads = servers.Threads;

    public bool MayAskReplica(ref Request request) =>
        request is { Probe: false, Write: false } && _classes[request.Class] is { ReplicaReads: true } users
        && (request.WroteAt == 0 || kernel.Now - request.WroteAt >= users.PrimaryAfterWriteNs);

    public override void Enter(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        var node = database.Nodes[request.Node];
        if (!Answers(node, ref request))
        {
            _threads.Refuse(slot, role, Cause.Refused);
            return;
        }

        if (!request.HoldsPool || request.Opens)
        {
            if (node.Connections >= database.DoorLimit)
            {
                _threads.Refuse(slot, role, Cause.DbConnections);
                return;
            }

            node.Connections++;
            request.Opens = false;
        }

        _threads.Enter(ref request, role, process: 0);
        if (pooler.Take(slot, node)) Connected(slot);
    }

    /// <summary>A call has its connection to the node.</summary>
    public void Connected(int slot)
    {
        ref var request = ref _pool[slot];
        waits.ForStatement(slot, ref request);
        if (database.Nodes[request.Node] != database.Primary || tables.Share(slot)) Begin(slot);
    }

    /// <summary>A transaction has its table.</summary>
    public void Begin(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Write)
        {
            OrderLocks(ref request);
            TakeLock(slot);
        }
        else
        {
            transactions.TakeSlot(slot);
        }
    }

    public override void Worked(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        if (request.Write && request.Locked < _classes[request.Class].Spec.Locks)
        {
            TakeLock(slot);
            return;
        }

        if (request.Write && role.Server.Disk.Full) request.Failure = Cause.DiskFull;
        Leaving.Leave(slot);
    }

    public override void Left(int slot, RoleNode role, in Stay stay, Cause cause)
    {
        ref var request = ref _pool[slot];
        if (watch.Statements is not null && !request.Probe)
            watch.Statements.Ended(request.Class, request.Write, stay, kernel.Now);
        if (servers.Versions.Marks is { } marks && cause == Cause.None) Mark(ref request, marks);
        var node = database.Nodes[request.Node];
        if (!request.HoldsPool) node.Connections--;
        request.ReadAt = kernel.Now;
        if (request.Failure == Cause.None) Finish(ref request, node);
        var (locked, keys) = (request.Locked, request.LockKeys);
        var (shared, users) = (request.HoldsTable, request.Class);
        (request.Locked, request.HoldsTable) = (0, false);
        if (request.HoldsSlot) transactions.GiveSlot(ref request);
        for (var held = 0; held < locked; held++) transactions.FreeLock(keys[held]);
        if (shared) tables.Leave(users);
        pooler.Left(ref _pool[slot], node);
    }

    public override void Started(RoleNode role, int process) => nodes.Started(role);

    public override void Ended(RoleNode role, int process) => nodes.Ended(role);

    private bool Answers(DatabaseNode node, ref Request request) =>
        node is { Up: true, Synced: true } && (node == database.Primary ? !database.Fenced : MayAskReplica(ref request));

    private void TakeLock(int slot)
    {
        transactions.TakeLock(slot, out var deadlocked);
        if (deadlocked) sessions.Cancel(slot, Cause.Deadlock);
    }

    /// <summary>The application's version says in which order it locks; where it does not, the class does.</summary>
    private void OrderLocks(ref Request request)
    {
        var spec = _classes[request.Class].Spec;
        if (spec.Locks == 1) return;
        var caller = Fleet.CallerOf(ref request, (int)Role.Db);
        var version = caller < 0 ? null : servers.Fleet.HolderOf(ref request, caller).Version;
        if ((version?.LockOrder ?? spec.LockOrder) == LockOrder.Sorted) ((Span<int>)request.LockKeys)[..spec.Locks].Sort();
    }

    /// <summary>It has done a request's work: it carries the key's value, or has written it.</summary>
    private void Mark(ref Request request, VersionMarks marks)
    {
        var caller = Fleet.CallerOf(ref request, (int)Role.Db);
        if (caller < 0 || request.Probe) return;
        var version = servers.Fleet.HolderOf(ref request, caller).Version;
        request.Corrupt |= marks.Clashes(request.Key, version, kernel.Now);
        if (request.Write) marks.Write(request.Key, version, kernel.Now);
    }

    /// <summary>
    /// A call has its answer: what it wrote is on its way to caches and replicas, what it read may be older than now.
    /// </summary>
    private void Finish(ref Request request, DatabaseNode node)
    {
        var replication = database.Replication;
        if (request.Write)
        {
            for (var held = 0; held < request.Locked; held++) Written(request.LockKeys[held], replication);
            replication?.Committed(kernel.Now);
        }
        else if (node != database.Primary && !request.Probe)
        {
            request.ReadAt = kernel.Now - replication!.LagNs;
            var asking = _classes[request.Class];
            request.Stale = (request.WroteAt > 0 && request.WroteAt > request.ReadAt)
                || replication.IsStale(request.Key, kernel.Now, asking.Spec.StaleNs)
                || asking.Age.IsOvertaken(request.Key, request.ReadAt, kernel.Now);
        }
    }

    private void Written(int key, Replication? replication)
    {
        foreach (var cache in caches) cache.Node?.Written(key, kernel.Now);
        replication?.Written(key, kernel.Now);
    }
}
