using OpsGame.Simulation.Kinds.Breakers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// Stops calls that would fail anyway (Nygard, Release It!, 2007, as resilience4j's count-based window does it): over the last
/// calls too large a share of failures, or of slow ones, opens it; after a while it lets a few try, and they decide.
/// </summary>
internal sealed class CircuitBreaker(BreakerSpec spec)
{
    private readonly Verdict[] _verdicts = new Verdict[spec.Window];
    private int _count;
    private int _at;
    private int _failures;
    private int _slow;
    private long _openUntil;
    private int _tries;

    [Flags]
    private enum Verdict : byte
    {
        Good = 0,
        Failed = 1,
        Slow = 2,
    }

    public BreakerSpec Spec { get; } = spec;

    public Circuit State { get; private set; }

    /// <summary>May a call go out now?</summary>
    public bool Lets(long now)
    {
        if (State == Circuit.Closed) return true;
        if (State == Circuit.Open)
        {
            if (now < _openUntil) return false;
            Enter(Circuit.HalfOpen);
        }

        if (_tries >= Spec.Tries) return false;
        _tries++;
        return true;
    }

    /// <summary>A call has come back after so long. While open, late ones change nothing.</summary>
    public void Judge(bool failed, long tookNs, long now)
    {
        if (State == Circuit.Open) return;
        if (_count == Spec.Window) Count(_verdicts[_at], -1);
        else _count++;
        var slow = Spec.SlowNs > 0 && tookNs > Spec.SlowNs;
        _verdicts[_at] = (failed ? Verdict.Failed : Verdict.Good) | (slow ? Verdict.Slow : Verdict.Good);
        Count(_verdicts[_at], 1);
        _at = _at + 1 == Spec.Window ? 0 : _at + 1;
        if (_count < (State == Circuit.HalfOpen ? Spec.Tries : Spec.LeastCalls)) return;
        if (_failures >= Spec.FailedShare * _count || (Spec.SlowNs > 0 && _slow >= Spec.SlowShare * _count))
        {
            Enter(Circuit.Open);
            _openUntil = now + Spec.OpenNs;
        }
        else if (State == Circuit.HalfOpen)
        {
            Enter(Circuit.Closed);
        }
    }

    /// <summary>A call will never come back: another may try in its place.</summary>
    public void Forget()
    {
        if (State == Circuit.HalfOpen && _tries > _count) _tries--;
    }

    private void Count(Verdict verdict, int change)
    {
        if (verdict.HasFlag(Verdict.Failed)) _failures += change;
        if (verdict.HasFlag(Verdict.Slow)) _slow += change;
    }

    private void Enter(Circuit state)
    {
        State = state;
        _count = _at = _failures = _slow = _tries = 0;
    }
}
