using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>What must hold of the database between any two events.</summary>
internal sealed class DatabaseAudit(Kernel kernel, Database database, Pooler pooler, Tables tables)
{
    private readonly RequestPool _pool = kernel.Pool;

    public void Add(List<string> broken)
    {
        kernel.Expect(
            Phase.InPoolQueue, database.Nodes.Sum(node => database.Pools.To(node.Index).Sum(pool => pool.Queue.Count)), broken);
        kernel.Expect(Phase.InLockQueue, database.Locks.Waiters, broken);
        kernel.Expect(Phase.InSlotQueue, database.Nodes.Sum(node => node.SlotQueue.Count), broken);
        foreach (var node in database.Nodes) Add(node, broken);
        AddLocks(broken);
        tables.Audit(broken);
        pooler.Audit(broken);
    }

    /// <summary>
    /// Connections: what pools have open, less what calls are still to open, and the calls that brought their own.
    /// </summary>
    private void Add(DatabaseNode node, List<string> broken)
    {
        int own = 0, slots = 0, pooled = 0, opening = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request.First == node.Index + 1) pooled++;
            if (request.FirstLost && request.First == node.Index + 1) opening++;
            if (request.Node != node.Index) continue;
            if (request.Stays[(int)Role.Db].Station >= 0 && !request.HoldsPool) own++;
            if (request.HoldsSlot) slots++;
            if (request.HoldsPool) pooled++;
            if (request is { HoldsPool: true, Opens: true }) opening++;
        }

        var name = node.Role.Server.Id;
        var pools = database.Pools.To(node.Index).ToList();
        var open = pools.Sum(pool => pool.Open);
        if (node.Connections != own + open - opening)
            broken.Add(
                $"{name}: {node.Connections} connections, but {open} pooled ({opening} not yet open) and {own} calls' own");
        if (node.Connections > node.Ceiling) broken.Add($"{name}: {node.Connections} connections are more than {node.Ceiling}");
        if (node is { Synced: false, Gone: false, Connections: > 0 })
            broken.Add($"{name}: {node.Connections} connections to a replica that has no data yet");
        if (slots > node.Slots) broken.Add($"{name}: {slots} transactions work in {node.Slots} slots");
        if (node.BusySlots != slots) broken.Add($"{name}: {node.BusySlots} slots, {slots} held");
        if (pools.Sum(pool => pool.Busy) != pooled) broken.Add($"{name}: pooled connections in use and held differ");
        if (pools.Exists(pool => pool.Busy < 0 || pool.Busy > pool.Open)) broken.Add($"{name}: a pool uses what it has not");
    }

    /// <summary>Who says it holds a lock holds it, and nobody else does.</summary>
    private void AddLocks(List<string> broken)
    {
        var locks = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request is { Phase: Phase.InLockQueue, HoldsSlot: true }) broken.Add("a slot is held while waiting for a lock");
            locks += request.Locked;
            for (var held = 0; held < request.Locked; held++)
                if (database.Locks.HolderOf(request.LockKeys[held]) != slot)
                    broken.Add($"the lock of key {request.LockKeys[held]} is held twice");
        }

        if (database.Locks.Held != locks) broken.Add($"{database.Locks.Held} locks are held, requests hold {locks}");
    }
}
