namespace OpsGame.Simulation.Engine;

/// <summary>The database: a connection or a refusal, then the key's lock (writes), then a work slot, then a core.</summary>
internal sealed partial class DataPlane
{
    private void EnterDatabase(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        if (_database!.Connections >= _database.MaxConnections)
        {
            station.Meter.Refuse(Cause.DbConnections);
            TurnAway(slot, station, Cause.DbConnections);
            return;
        }

        _database.Connections++;
        Enter(ref request, station, process: 0);
        if (!request.Write)
        {
            TakeSlot(slot);
        }
        else if (_database.Lock(_pool, request.Key, slot))
        {
            request.HoldsLock = true;
            TakeSlot(slot);
        }
        else
        {
            request.Phase = Phase.InLockQueue;
            WaitAtMost(_lockTimeoutLane, slot);
        }
    }

    private void TakeSlot(int slot)
    {
        ref var request = ref _pool[slot];
        if (_database!.BusySlots < _database.Slots)
        {
            _database.BusySlots++;
            request.HoldsSlot = true;
            BeginWork(slot);
        }
        else
        {
            request.Phase = Phase.InSlotQueue;
            _database.SlotQueue.Add(_pool, slot);
        }
    }

    private void LeaveDatabase(int slot)
    {
        ref var request = ref _pool[slot];
        _database!.Connections--;
        var key = request.Key;
        request.ReadAt = Now;
        if (request.Write && request.Failure == Cause.None) Written(key);
        var (heldSlot, heldLock) = (request.HoldsSlot, request.HoldsLock);
        request.HoldsSlot = request.HoldsLock = false;
        if (heldSlot)
        {
            _database.BusySlots--;
            WakeSlots();
        }

        if (!heldLock) return;
        var next = _database.Unlock(_pool, key);
        if (next == RequestPool.None) return;
        _pool[next].HoldsLock = true;
        _pool[next].Epoch++;
        TakeSlot(next);
    }

    private void Written(int key)
    {
        _cache?.Written(key, Now);
        _edge?.Written(key, Now);
    }

    private void WakeSlots()
    {
        if (_database!.Station.Server.Cutting) return;
        while (_database.BusySlots < _database.Slots)
        {
            var next = _database.SlotQueue.TakeFirst(_pool);
            if (next == RequestPool.None) return;
            _database.BusySlots++;
            _pool[next].HoldsSlot = true;
            BeginWork(next);
        }
    }
}
