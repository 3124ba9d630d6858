using OpsGame.Simulation.Kinds.Breakers;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>
/// Stops calls that would fail anyway (Nygard, Release It!, 2007, as resilience4j's count-based window does it): over the last
/// calls too large a share of failures opens it; after a while it lets a few try, and they decide.
/// </summary>
internal sealed class CircuitBreaker(BreakerSpec spec)
{
    private readonly bool[] _failed = new bool[spec.Window];
    private int _count;
    private int _at;
    private int _failures;
    private long _openUntil;
    private int _tries;

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

    /// <summary>A call has come back. While open, late ones change nothing.</summary>
    public void Judge(bool failed, long now)
    {
        if (State == Circuit.Open) return;
        if (_count == Spec.Window && _failed[_at]) _failures--;
        else if (_count < Spec.Window) _count++;
        _failed[_at] = failed;
        if (failed) _failures++;
        _at = _at + 1 == Spec.Window ? 0 : _at + 1;
        if (_count < (State == Circuit.HalfOpen ? Spec.Tries : Spec.LeastCalls)) return;
        if (_failures >= Spec.FailedShare * _count)
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

    private void Enter(Circuit state)
    {
        State = state;
        _count = _at = _failures = _tries = 0;
    }
}
