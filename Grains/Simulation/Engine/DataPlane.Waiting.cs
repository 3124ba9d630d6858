using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>What a request holding a thread may wait for inside its process: the mutex; and the end of a wait.</summary>
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

    /// <summary>Of the waits that begin from now on.</summary>
    private void LimitWaits(long lockNs, long statementNs, long poolNs)
    {
        if (_lockTimeout.Ns != lockNs) _lockTimeout = _queue.LimitOf(lockNs);
        if (_statementTimeout.Ns != statementNs) _statementTimeout = _queue.LimitOf(statementNs);
        if (_poolTimeout.Ns != poolNs) _poolTimeout = _queue.LimitOf(poolNs);
    }

    private void WaitAtMost(WaitLimit limit, int slot)
    {
        if (limit.Ns > 0) _queue.AtLimit(limit, EventKind.WaitTimeout, slot, _pool[slot].Epoch);
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
            _database!.Locks.StopWaiting(_pool, slot);
            request.Failure = Cause.LockTimeout;
        }
        else
        {
            PoolOf(ref request).Queue.Remove(_pool, slot);
            request.Failure = Cause.PoolTimeout;
            if (request.Guarded != 0) Judge(ref request, (int)Role.App);
        }

        request.Phase = Phase.Travelling;
        Leave(slot);
    }
}
