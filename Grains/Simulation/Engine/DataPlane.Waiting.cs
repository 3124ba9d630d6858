using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Engine;

/// <summary>What a request holding a thread may wait for inside its process: the mutex, and a connection of the pool.</summary>
internal sealed partial class DataPlane
{
    private void TakeMutex(int slot, RoleStation station)
    {
        ref var request = ref _pool[slot];
        var process = request.Stays[(int)Role.App].Process;
        if (station.MutexHeld[process])
        {
            request.Phase = Phase.InMutexQueue;
            station.MutexQueue[process].Add(_pool, slot);
            return;
        }

        station.MutexHeld[process] = true;
        request.HoldsMutex = true;
        BeginWork(slot);
    }

    private void ReleaseMutex(ref Request request, RoleStation station)
    {
        request.HoldsMutex = false;
        var process = request.Stays[(int)Role.App].Process;
        var next = station.Server.Cutting ? RequestPool.None : station.MutexQueue[process].TakeFirst(_pool);
        station.MutexHeld[process] = next != RequestPool.None;
        if (next == RequestPool.None) return;
        _pool[next].HoldsMutex = true;
        BeginWork(next);
    }

    private void TakePool(int slot, ServerNode from)
    {
        ref var request = ref _pool[slot];
        ref var stay = ref request.Stays[(int)Role.App];
        var station = _stations[stay.Station];
        if (station.PoolBusy[stay.Process] < _scenario.Database!.PoolSize)
        {
            station.PoolBusy[stay.Process]++;
            request.HoldsPool = true;
            Call(slot, from, _database!.Station.Server, Role.Db);
            return;
        }

        request.Phase = Phase.InPoolQueue;
        station.PoolQueue[stay.Process].Add(_pool, slot);
        WaitAtMost(_poolTimeoutLane, slot);
    }

    private void ReleasePool(ref Request request)
    {
        request.HoldsPool = false;
        ref var stay = ref request.Stays[(int)Role.App];
        var station = _stations[stay.Station];
        station.PoolBusy[stay.Process]--;
        if (station.Server.Cutting) return;
        var next = station.PoolQueue[stay.Process].TakeFirst(_pool);
        if (next == RequestPool.None) return;
        _pool[next].Epoch++;
        TakePool(next, station.Server);
    }

    private void WaitAtMost(int lane, int slot)
    {
        if (lane >= 0) _queue.AfterLane(lane, EventKind.WaitTimeout, slot, _pool[slot].Epoch, 0);
    }

    private void WaitTimeout(int slot)
    {
        ref var request = ref _pool[slot];
        if (request.Phase == Phase.InBalancerQueue)
        {
            var balancer = request.At == Request.AtInner ? _inner! : _balancer!;
            balancer.Queue.Remove(_pool, slot);
            LeaveQueue(slot, balancer, Cause.QueueTimeout);
            return;
        }

        if (request.Phase == Phase.InLockQueue)
        {
            _database!.StopWaiting(_pool, request.Key, slot);
            request.Failure = Cause.LockTimeout;
        }
        else
        {
            ref var stay = ref request.Stays[(int)Role.App];
            _stations[stay.Station].PoolQueue[stay.Process].Remove(_pool, slot);
            request.Failure = Cause.PoolTimeout;
            if (request.Guarded != 0) Judge(ref request, (int)Role.App);
        }

        request.Phase = Phase.Travelling;
        Leave(slot);
    }
}
