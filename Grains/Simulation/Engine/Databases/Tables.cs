using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Databases;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>
/// The tables of the primary, one for each class's data, and the ALTER that changes one of them. Replicas let everybody read.
/// </summary>
internal sealed class Tables(
    Kernel kernel, WatchStation watch, UserStation users, Database database, Waits waits, StepKind alterDue)
{
    private readonly RequestPool _pool = kernel.Pool;

    /// <summary>By class; classes with the same data have the same.</summary>
    private readonly TableLock[] _tableOf = Layout(users.Classes);

    public Alteration Alter { get; } = new();

    /// <summary>Who goes on with a transaction that has its table.</summary>
    public Action<int> Admitted { get; set; } = _ => { };

    public int Waiters => All.Sum(table => table.Queue.Count);

    /// <summary>Tables that somebody waits for.</summary>
    public IEnumerable<TableLock> Awaited => All.Where(table => table.Queue.Count > 0);

    private IEnumerable<TableLock> All => _tableOf.Distinct();

    private TableLock AlteredTable => Of(Array.FindIndex(users.Classes, each => each.Spec.Id == Alter.Order.Class));

    public TableLock Of(int users) => _tableOf[users];

    /// <summary>Who waits because a transaction has its table.</summary>
    public int WaitersBehind(ref Request request) => request.HoldsTable ? Of(request.Class).Queue.Count : 0;

    /// <summary>A transaction begins. False: it waits for its table first.</summary>
    public bool Share(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Probe) return true;
        var table = Of(request.Class);
        if (!table.Shut)
        {
            table.Sharers++;
            request.HoldsTable = true;
            return true;
        }

        request.Phase = Phase.InTableQueue;
        watch.Traces?.Pause(ref request, kernel.Now);
        table.Queue.Add(_pool, slot);
        waits.ForLock(slot, ref request);
        return false;
    }

    /// <summary>A transaction of a class that had its table is over.</summary>
    public void Leave(int users)
    {
        var table = Of(users);
        table.Sharers--;
        if (Alter.Phase == AlterPhase.Waiting && table == AlteredTable) TryToAlter();
    }

    public void StopWaiting(int slot) => Of(_pool[slot].Class).Queue.Remove(_pool, slot);

    public void Begin(AlterTable order)
    {
        Alter.Begin(order);
        Ask();
    }

    /// <summary>Its session ends: who waited behind it goes on.</summary>
    public void End(AlterPhase how)
    {
        if (!Alter.UnderWay) return;
        Alter.Enter(how, kernel.Now);
        Open();
    }

    /// <summary>A time of the ALTER is over: its wait for the lock, its work, or its rest before it asks again.</summary>
    public void Due(int epoch)
    {
        if (epoch != Alter.Epoch || database.Primary.Role.Server.Hung) return;
        switch (Alter.Phase)
        {
            case AlterPhase.Waiting:
                Alter.Enter(AlterPhase.Resting, kernel.Now);
                In(Alter.Order.RetryNs);
                Open();
                break;
            case AlterPhase.Working:
                End(AlterPhase.Done);
                break;
            case AlterPhase.Resting:
                Ask();
                break;
        }
    }

    public void AddTo(ref StateHash hash)
    {
        Alter.AddTo(ref hash);
        hash.Add(Waiters);
    }

    public void Audit(List<string> broken)
    {
        kernel.Expect(Phase.InTableQueue, Waiters, broken);
        foreach (var table in All)
        {
            var held = 0;
            for (var slot = 0; slot < _pool.Used; slot++)
                if (_pool[slot].Phase != Phase.Free && _pool[slot].HoldsTable && Of(_pool[slot].Class) == table) held++;
            if (held != table.Sharers) broken.Add($"{table.Sharers} share the table {table.Name}, {held} say so");
            if (held > 0 && Alter.Phase == AlterPhase.Working && table == AlteredTable)
                broken.Add($"{table.Name} is altered while {held} share it");
        }
    }

    private void Ask()
    {
        AlteredTable.Shut = true;
        Alter.Enter(AlterPhase.Waiting, kernel.Now);
        if (Alter.Order.LockTimeoutNs > 0) In(Alter.Order.LockTimeoutNs);
        TryToAlter();
    }

    private void TryToAlter()
    {
        if (AlteredTable.Sharers > 0 || database.Primary.Role.Server.Cutting) return;
        Alter.Enter(AlterPhase.Working, kernel.Now);
        In(Alter.Order.WorkNs);
    }

    /// <summary>Everybody who waits comes in, in the order in which they came.</summary>
    private void Open()
    {
        var table = AlteredTable;
        table.Shut = false;
        if (database.Primary.Role.Server.Cutting) return;
        for (var next = table.Queue.TakeFirst(_pool); next != RequestPool.None; next = table.Queue.TakeFirst(_pool))
        {
            table.Sharers++;
            _pool[next].HoldsTable = true;
            _pool[next].Epoch++;
            Admitted(next);
        }
    }

    private void In(long ns) => kernel.Queue.At(kernel.Now + ns, alterDue, 0, Alter.Epoch, 0);

    private static TableLock[] Layout(UserClass[] classes)
    {
        var tables = new TableLock[classes.Length];
        foreach (var users in classes)
        {
            var first = Array.FindIndex(classes, other => other.FirstKey == users.FirstKey);
            tables[users.Index] = first < users.Index
                ? tables[first]
                : new TableLock(users.Spec.Data.Length > 0 ? users.Spec.Data : users.Spec.Id);
        }

        return tables;
    }
}
