using OpsGame.Simulation.Kinds.Balancers;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>Counts a target's failures: so many in a row, or so many within a time.</summary>
internal sealed class FailureWatch
{
    /// <summary>When the last ones were, as many as would eject.</summary>
    private long[] _times = [];
    private int _next;
    private int _inRow;

    /// <summary>Since the last tick there were too many.</summary>
    public bool Tripped { get; set; }

    public void Judge(bool failed, EjectionPolicy policy, long now)
    {
        if (!failed)
        {
            _inRow = 0;
            return;
        }

        _inRow++;
        if (policy.WithinNs == 0)
        {
            Tripped |= _inRow >= policy.Failures;
            return;
        }

        if (_times.Length != policy.Failures)
        {
            _times = new long[policy.Failures];
            Array.Fill(_times, long.MinValue);
            _next = 0;
        }

        _times[_next] = now;
        _next = _next + 1 == _times.Length ? 0 : _next + 1;
        var first = _times[_next];
        Tripped |= first != long.MinValue && now - first <= policy.WithinNs;
    }

    /// <summary>It is ejected, or is a target again: what was counts no longer.</summary>
    public void Clear()
    {
        _inRow = 0;
        Array.Fill(_times, long.MinValue);
        Tripped = false;
    }
}
