using OpsGame.Simulation.Kinds.Databases;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>How long one waits in the database, and for what at most.</summary>
internal sealed class Waits
{
    private readonly EventQueue _queue;

    /// <summary>A transaction has waited for a lock so long that it looks for a deadlock.</summary>
    private readonly StepKind _deadlockCheck;

    /// <summary>A key has come from disk.</summary>
    private readonly StepKind _diskRead;

    /// <summary>A request has waited long enough for a pooled connection or a lock.</summary>
    private readonly StepKind _waitTimeout;

    /// <summary>A call has been in the database too long (Epoch: the request's life).</summary>
    private readonly StepKind _statementTimeout;

    /// <summary>−1: nobody looks for deadlocks; the disk takes no time.</summary>
    private readonly int _deadlockLane;
    private readonly int _coldReadLane;
    private WaitLimit _lock;
    private WaitLimit _pool;
    private WaitLimit _statement;
    private WaitLimit _pooler;

    public Waits(
        EventQueue queue, DatabaseSpec spec, StepKind deadlockCheck, StepKind diskRead, StepKind waitTimeout,
        StepKind statementTimeout)
    {
        (_queue, _deadlockCheck, _diskRead, _waitTimeout, _statementTimeout) =
            (queue, deadlockCheck, diskRead, waitTimeout, statementTimeout);
        _deadlockLane = spec.DeadlockNs >= 0 ? queue.LaneOf(spec.DeadlockNs) : -1;
        _coldReadLane = spec.ColdReadNs > 0 ? queue.LaneOf(spec.ColdReadNs) : -1;
        Limit(spec.LockTimeoutNs, spec.StatementTimeoutNs, spec.PoolTimeoutNs, spec.Pooler);
    }

    public bool ReadsFromDisk => _coldReadLane >= 0;

    public bool LooksForDeadlocks => _deadlockLane >= 0;

    public bool LooksAtOnce => _queue.DelayOf(_deadlockLane) == 0;

    /// <summary>Of the waits that begin from now on.</summary>
    public void Limit(long lockNs, long statementNs, long poolNs, PoolerSpec? pooler)
    {
        if (_lock.Ns != lockNs) _lock = _queue.LimitOf(lockNs);
        if (_statement.Ns != statementNs) _statement = _queue.LimitOf(statementNs);
        if (_pool.Ns != poolNs) _pool = _queue.LimitOf(poolNs);
        if (pooler is not null && _pooler.Ns != pooler.TimeoutNs) _pooler = _queue.LimitOf(pooler.TimeoutNs);
    }

    public void ForLock(int slot, ref Request request) => AtMost(_lock, slot, ref request);

    public void ForPool(int slot, ref Request request) => AtMost(_pool, slot, ref request);

    public void ForPooler(int slot, ref Request request) => AtMost(_pooler, slot, ref request);

    public void ForStatement(int slot, ref Request request)
    {
        if (_statement.Ns > 0) _queue.AtLimit(_statement, _statementTimeout, slot, request.Life);
    }

    public void ForDisk(int slot, ref Request request) => _queue.AfterLane(_coldReadLane, _diskRead, slot, request.Epoch, 0);

    public void ForDeadlock(int slot, ref Request request) =>
        _queue.AfterLane(_deadlockLane, _deadlockCheck, slot, request.Epoch, 0);

    private void AtMost(WaitLimit limit, int slot, ref Request request)
    {
        if (limit.Ns > 0) _queue.AtLimit(limit, _waitTimeout, slot, request.Epoch);
    }
}
