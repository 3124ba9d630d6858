using System.Collections.Immutable;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// How many requests of each class are in each role's processes, and who stands at the door because those are enough.
/// </summary>
internal sealed class Bulkheads
{
    /// <summary>Roles that may have one: web and app.</summary>
    private const int Levels = 2;

    private readonly RequestPool _pool;
    private readonly EventQueue _queue;
    private readonly UserClass[] _classes;
    private readonly StepKind _waitOver;
    private readonly BulkheadSpec?[] _specs;
    private readonly WaitLimit[] _waits;

    /// <summary>By generation of a role's processes and class.</summary>
    private readonly List<BulkheadLine[]> _lines = [];

    public Bulkheads(Kernel kernel, UserClass[] classes, StepKind waitOver)
    {
        (_pool, _queue, _classes, _waitOver) = (kernel.Pool, kernel.Queue, classes, waitOver);
        (_specs, _waits) = (new BulkheadSpec?[classes.Length * Levels], new WaitLimit[classes.Length * Levels]);
        foreach (var users in classes)
            foreach (var spec in users.Spec.Bulkheads) Set(new SetBulkhead(users.Spec.Id, spec.Role, spec.Calls, spec.WaitNs));
    }

    /// <summary>Some class has one.</summary>
    public bool Any { get; private set; }

    /// <summary>Those that are set, class by class.</summary>
    public ImmutableArray<SetBulkhead> Present { get; private set; } = [];

    public int Waiters => _lines.Sum(lines => lines.Sum(line => line.Waiting.Count));

    public void Set(SetBulkhead set)
    {
        var place = Place(Array.Find(_classes, users => users.Spec.Id == set.Class)!.Index, set.Role.Level());
        _specs[place] = set.Calls > 0 ? new BulkheadSpec(set.Role, set.Calls, set.WaitNs) : null;
        if (_waits[place].Ns != set.WaitNs) _waits[place] = _queue.LimitOf(set.WaitNs);
        Present =
        [
            .. _classes.SelectMany(users => Enumerable.Range(0, Levels).Select(level => _specs[Place(users.Index, level)])
                .OfType<BulkheadSpec>().Select(spec => new SetBulkhead(users.Spec.Id, spec.Role, spec.Calls, spec.WaitNs))),
        ];
        Any = !Present.IsEmpty;
    }

    /// <summary>May one more of its class come in?</summary>
    public bool Lets(ref Request request, RoleNode role) =>
        request.Probe || SpecOf(request.Class, role) is not { } spec || LineOf(request.Class, role).Inside < spec.Calls;

    /// <summary>Whoever is not let in waits at the door, or is refused at once.</summary>
    public bool HoldsBack(int users, RoleNode role) => SpecOf(users, role) is { WaitNs: > 0 };

    public void Wait(int slot, RoleNode role)
    {
        ref var request = ref _pool[slot];
        request.Phase = Phase.InBulkhead;
        LineOf(request.Class, role).Waiting.Add(_pool, slot);
        _queue.AtLimit(_waits[Place(request.Class, role.Level)], _waitOver, slot, request.Epoch);
    }

    public void StopWaiting(int slot, RoleNode role) => LineOf(_pool[slot].Class, role).Waiting.Remove(_pool, slot);

    public void Enter(ref Request request, RoleNode role)
    {
        if (role.Level >= Levels || request.Probe) return;
        LineOf(request.Class, role).Inside++;
        request.Bulkheads |= (byte)(1 << role.Level);
    }

    /// <summary>False: it was not inside.</summary>
    public bool Leave(ref Request request, RoleNode role)
    {
        if ((request.Bulkheads >> role.Level & 1) == 0) return false;
        request.Bulkheads &= (byte)~(1 << role.Level);
        LineOf(request.Class, role).Inside--;
        return true;
    }

    /// <summary>Whose turn it is to come in; <see cref="RequestPool.None"/>: nobody's.</summary>
    public int Next(int users, RoleNode role)
    {
        var line = LineOf(users, role);
        if (line.Waiting.Count == 0 || line.Inside >= (SpecOf(users, role)?.Calls ?? int.MaxValue)) return RequestPool.None;
        var next = line.Waiting.TakeFirst(_pool);
        _pool[next].Epoch++;
        return next;
    }

    /// <summary>The next generation has all who wait at the door.</summary>
    public void HandOver(RoleNode old, RoleNode role)
    {
        for (var users = 0; users < _classes.Length; users++)
        {
            var (from, to) = (LineOf(users, old), LineOf(users, role));
            for (var next = from.Waiting.TakeFirst(_pool); next != RequestPool.None; next = from.Waiting.TakeFirst(_pool))
            {
                _pool[next].Stays[role.Level].Station = role.Index;
                to.Waiting.Add(_pool, next);
            }
        }
    }

    /// <summary>The first who waits at the door of a role; <see cref="RequestPool.None"/>: nobody.</summary>
    public int FirstAt(RoleNode role)
    {
        for (var users = 0; users < _classes.Length; users++)
            if (LineOf(users, role).Waiting.Count > 0) return LineOf(users, role).Waiting.First;
        return RequestPool.None;
    }

    public void Audit(List<string> broken)
    {
        var inside = 0;
        for (var slot = 0; slot < _pool.Used; slot++)
            if (_pool[slot].Phase != Phase.Free) inside += int.PopCount(_pool[slot].Bulkheads);
        var counted = _lines.Sum(lines => lines.Sum(line => line.Inside));
        if (inside != counted) broken.Add($"bulkheads: {counted} inside, {inside} requests say so");
    }

    private static int Place(int users, int level) => users * Levels + level;

    private BulkheadSpec? SpecOf(int users, RoleNode role) => role.Level < Levels ? _specs[Place(users, role.Level)] : null;

    private BulkheadLine LineOf(int users, RoleNode role)
    {
        if (role.Bulkheads.Length == 0) _lines.Add(role.Bulkheads = [.. _classes.Select(_ => new BulkheadLine())]);
        return role.Bulkheads[users];
    }
}

/// <summary>Requests of a class in a role's processes, and those that wait at its door.</summary>
internal sealed class BulkheadLine
{
    public RequestList Waiting = new();

    public int Inside { get; set; }
}
