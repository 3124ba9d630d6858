namespace OpsGame.Simulation.Engine;

/// <summary>The database: a connection or a refusal, then the key's lock (writes), then a work slot, then a core.</summary>
internal sealed partial class DataPlane
{
    private void EnterDatabase(int slot, RoleStation station)
    {
        ref var request = ref pool[slot];
        if (database!.Connections >= database.MaxConnections)
        {
            station.Meter.Refuse(Cause.DbConnections);
            TurnAway(slot, station, Cause.DbConnections);
            return;
        }

        database.Connections++;
        Enter(ref request, station, process: 0);
        if (!request.Write)
        {
            TakeSlot(slot);
        }
        else if (database.Lock(pool, request.Key, slot))
        {
            request.HoldsLock = true;
            TakeSlot(slot);
        }
        else
        {
            request.Phase = Phase.InLockQueue;
        }
    }

    private void TakeSlot(int slot)
    {
        ref var request = ref pool[slot];
        if (database!.BusySlots < database.Slots)
        {
            database.BusySlots++;
            request.HoldsSlot = true;
            BeginWork(slot);
        }
        else
        {
            request.Phase = Phase.InSlotQueue;
            database.SlotQueue.Add(pool, slot);
        }
    }

    private void LeaveDatabase(int slot)
    {
        ref var request = ref pool[slot];
        database!.Connections--;
        var key = request.Key;
        var (heldSlot, heldLock) = (request.HoldsSlot, request.HoldsLock);
        request.HoldsSlot = request.HoldsLock = false;
        if (heldSlot)
        {
            database.BusySlots--;
            WakeSlots();
        }

        if (!heldLock) return;
        var next = database.Unlock(pool, key);
        if (next == RequestPool.None) return;
        pool[next].HoldsLock = true;
        TakeSlot(next);
    }

    private void WakeSlots()
    {
        if (database!.Station.Server.Cutting) return;
        while (database.BusySlots < database.Slots)
        {
            var next = database.SlotQueue.TakeFirst(pool);
            if (next == RequestPool.None) return;
            database.BusySlots++;
            pool[next].HoldsSlot = true;
            BeginWork(next);
        }
    }
}
