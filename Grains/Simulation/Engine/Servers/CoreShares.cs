using System.Runtime.CompilerServices;
using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// A server's cores among its runnable threads: n of them get min(1, cores/n) of a core each. Who has a core to himself is done
/// at a time that is known when he begins; as soon as somebody must share, all do, each role with a virtual time of its own,
/// since how much work a share does depends on the role.
/// </summary>
internal sealed class CoreShares(int cores)
{
    private const int Levels = 3;

    private readonly SharedWork[] _work = [new(), new(), new()];

    /// <summary>Runnable threads of a role, and the work one of them does a nanosecond.</summary>
    private Three<int> _threads;
    private Three<double> _rates;
    private Three<double> _used;
    private long _since;

    public int Cores { get; set; } = cores;

    public int Runnable { get; private set; }

    /// <summary>They share; otherwise everyone has a core to himself.</summary>
    public bool Shared { get; private set; }

    /// <summary>Share of a core that each runnable thread gets; 0: the server hangs.</summary>
    public double Share { get; private set; } = 1;

    /// <summary>Core-nanoseconds all had, ever.</summary>
    public double Busy { get; private set; }

    /// <summary>
    /// Of shared cores: when the first is done, if nothing changes; −1: nobody will be. Earlier epochs are stale.
    /// </summary>
    public long DueNs { get; set; } = -1;

    public int Epoch { get; set; }

    /// <summary>Threads that would run and have no core of their own.</summary>
    public int Queued => Math.Max(0, Runnable - Cores);

    /// <summary>Core-nanoseconds a role has had since the meters were reset.</summary>
    public double UsedBy(Role role, long now)
    {
        var level = role.Level();
        return _used[level] + (now - _since) * _threads[level] * Share;
    }

    public void Add(RequestPool pool, int slot, int level, double work)
    {
        if (Shared) _work[level].Add(pool, slot, work);
        else _work[level].AddAlone(pool, slot);
        _threads[level]++;
        Runnable++;
    }

    public void Remove(RequestPool pool, int slot, int level)
    {
        if (Shared) _work[level].Remove(pool, slot);
        else _work[level].RemoveAlone(pool, slot);
        _threads[level]--;
        if (--Runnable > 0 || !Shared) return;
        (Shared, Share, DueNs) = (false, 1, -1);
        Epoch++;
    }

    /// <summary>Whoever has run alone shares from now on.</summary>
    public void BeginToShare(RequestPool pool, long now)
    {
        if (Shared) return;
        Shared = true;
        for (var level = 0; level < Levels; level++) _work[level].Share(pool, now, _rates[level]);
    }

    /// <summary>How long work takes on a core of one's own.</summary>
    public double Alone(int level, double work, double slow)
    {
        _rates[level] = 1 / slow;
        return work * slow;
    }

    /// <summary>Everyone gets what is due to him up to now, at the rates of until now.</summary>
    public void Advance(long now)
    {
        var span = now - _since;
        _since = now;
        if (span == 0 || Runnable == 0) return;
        for (var level = 0; level < Levels; level++)
        {
            var threads = _threads[level];
            if (threads == 0) continue;
            if (Shared) _work[level].Advance(span * _rates[level]);
            _used[level] += span * threads * Share;
        }

        Busy += span * Runnable * Share;
    }

    /// <summary>The rates from now on.</summary>
    public void Rate(ServerNode server, RoleProgram[] programs)
    {
        Share = server.Hung ? 0 : Runnable <= Cores ? 1 : Cores / (double)Runnable;
        for (var level = 0; level < Levels; level++)
        {
            var threads = _threads[level];
            if (threads == 0) continue;
            var role = server.Roles[level]!;
            var slow = server.Slow * programs[(int)role.Role].Slow;
            _rates[level] = Share / (role.Contends ? slow * role.Slowdown(threads * Share) : slow);
        }
    }

    /// <summary>The role whose first request is done first, and when, in nanoseconds from now; −1: nobody will be.</summary>
    public int Next(out double after)
    {
        var next = -1;
        after = double.MaxValue;
        for (var level = 0; level < Levels; level++)
        {
            if (_threads[level] == 0 || _rates[level] == 0) continue;
            var takes = _work[level].Left / _rates[level];
            if (takes >= after) continue;
            (next, after) = (level, takes);
        }

        return next;
    }

    public int FirstAt(int level) => _work[level].First;

    public void ResetMeters(long now)
    {
        Advance(now);
        _used = default;
    }

    /// <summary>Beside the rest of the server, without a way to an array.</summary>
    [InlineArray(Levels)]
    private struct Three<T>
    {
        private T _first;
    }
}
