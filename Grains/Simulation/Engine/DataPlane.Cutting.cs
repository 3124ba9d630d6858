using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>Losing requests: a server dies, or a drain's time is up.</summary>
internal sealed partial class DataPlane
{
    private void Cut(ServerNode server)
    {
        server.Cutting = true;
        server.Incarnation++;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            if (_pool[slot].Phase is Phase.Free or Phase.Backoff) continue;
            var level = LowestOn(ref _pool[slot], server);
            if (level < 0) continue;
            Lose(slot, level);
            ref var request = ref _pool[slot];
            // a dead machine sends no reset: the caller notices after its timeout
            if (server.Reachability == Reachability.Silent)
            {
                request.At = CallerOf(ref request, level);
                request.Phase = Phase.Travelling;
                _queue.AfterLane(TimeoutLane(request.At), EventKind.Answered, slot, request.Epoch, request.At);
            }
            else
            {
                Return(slot, level, server);
            }
        }

        server.Cutting = false;
        foreach (var station in server.Roles)
        {
            if (station is null) continue;
            ClosePools(station);
            station.Fresh();
        }
        if (server.Beside is { } beside) StopPort(server, beside.Port, shutdownNs: 0);
    }

    /// <summary>One process ends: only what it holds is lost, and its memory is free again.</summary>
    private void Kill(RoleStation station, int process)
    {
        // of a retired generation it ends with the last request it loses
        if (!station.Retired) ProcessEnds(station, process);
        LoseAll(station, process);
        if (!station.Retired) station.LeakedKiB[process] = 0;
    }

    private void LoseAll(RoleStation station, int process)
    {
        var level = (int)station.Role;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            if (_pool[slot].Phase is Phase.Free or Phase.Backoff) continue;
            var stay = _pool[slot].Stays[level];
            if (stay.Station != station.Index || stay.Process != process) continue;
            Lose(slot, level);
            Return(slot, level, station.Server);
        }
    }

    private void Lose(int slot, int level)
    {
        Unwind(slot, level);
        ref var request = ref _pool[slot];
        request.Failure = Cause.Cut;
        _traces?.Leave(ref request, Now, Cause.Cut);
    }

    private void CutTarget(BalancerNode balancer, int target)
    {
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase is Phase.Free or Phase.Backoff || request.Passes[balancer.Level].Target != target) continue;
            if (request.Probe && IsOwnProbe(ref request, balancer)) continue;
            Unwind(slot, balancer.Level);
            _pool[slot].Failure = Cause.Cut;
            Answered(slot, balancer.Place);
        }
    }

    /// <summary>A balancer's process ends: its connections, their handshakes and what it had passed on are lost.</summary>
    private void LoseBalancer(BalancerNode balancer)
    {
        balancer.Down = true;
        balancer.Incarnation++;
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase is Phase.Free or Phase.Backoff || (request.Probe && IsOwnProbe(ref request, balancer))) continue;
            if (request.Phase is Phase.InTlsQueue or Phase.ShakingHands)
            {
                if (balancer.Level > 0) continue;
                if (request.Phase == Phase.InTlsQueue) _tls!.Queue.Remove(_pool, slot);
                LeaveTls(ref request, Cause.Cut);
                request.Epoch++;
                request.Failure = Cause.Cut;
                ToUser(slot);
            }
            else if (request.Phase == Phase.InBalancerQueue && request.At == balancer.Place)
            {
                balancer.Queue.Remove(_pool, slot);
                LeaveQueue(slot, balancer, Cause.Cut);
            }
            else if (request.Passes[balancer.Level].Target >= 0)
            {
                Unwind(slot, balancer.Level);
                _pool[slot].Failure = Cause.Cut;
                Answered(slot, balancer.Place);
            }
        }
    }

    private int LowestOn(ref Request request, ServerNode server)
    {
        for (var level = 0; level < 3; level++)
        {
            var station = request.Stays[level].Station;
            if (station >= 0 && ReferenceEquals(_stations[station].Server, server)) return level;
        }

        return -1;
    }

    /// <summary>Stops what a request is doing and gives back everything it holds from a level on down.</summary>
    private void Unwind(int slot, int level)
    {
        StopActivity(slot);
        ref var request = ref _pool[slot];
        if (request.HoldsMutex) ReleaseMutex(ref request, _stations[request.Stays[(int)Kinds.Roles.Role.App].Station]);
        if (_pool[slot].Guarded != 0) ForgetCalls(ref _pool[slot], level);
        for (var role = 2; role >= level; role--)
        {
            if (role == (int)Kinds.Roles.Role.App && _pool[slot].HoldsPool) ReleasePool(ref _pool[slot]);
            if (_pool[slot].Stays[role].Station >= 0) Release(slot, role, Cause.Cut);
        }

        if (level > 0 || _pool[slot].Passes[1].Target < 0) return;
        LeaveBalancer(slot, _inner!, Cause.Cut);
        WakeBalancer(_inner!);
    }

    private void StopActivity(int slot)
    {
        ref var request = ref _pool[slot];
        request.Epoch++;
        var phase = request.Phase;
        request.Phase = Phase.Travelling;
        if (phase == Phase.Travelling)
        {
            if (request.InCache) LeaveCache(ref request, Cause.Cut);
            return;
        }

        if (phase == Phase.InBalancerQueue)
        {
            var balancer = request.At == Request.AtInner ? _inner! : _balancer!;
            balancer.Queue.Remove(_pool, slot);
            LeaveBalancer(slot, balancer, Cause.Cut);
            return;
        }

        var station = _stations[request.Stays[request.At].Station];
        switch (phase)
        {
            case Phase.InThreadQueue:
                station.Queue.Remove(_pool, slot);
                break;
            case Phase.Hung:
                station.Stuck.Remove(_pool, slot);
                break;
            case Phase.InRunQueue:
                station.Server.RunQueue.Remove(_pool, slot);
                break;
            case Phase.OnCore:
                FreeCore(station);
                break;
            case Phase.InLockQueue:
                _database!.Locks.StopWaiting(_pool, slot);
                break;
            case Phase.InPoolQueue:
                PoolOf(ref request).Queue.Remove(_pool, slot);
                break;
            case Phase.InMutexQueue:
                station.MutexQueue[request.Stays[request.At].Process].Remove(_pool, slot);
                break;
            case Phase.InFlight:
                _cache!.LeaveFlight(_pool, request.Key, slot);
                LeaveCache(ref request, Cause.Cut);
                break;
            case Phase.InSlotQueue:
                _database!.Nodes[request.Node].SlotQueue.Remove(_pool, slot);
                break;
        }
    }
}
