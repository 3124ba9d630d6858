using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// What applies at every component, as it was last told: looked at again where the component's state is another one, everywhere
/// else once in two seconds (not everywhere in the same tick), and everywhere after a pause.
/// </summary>
internal sealed class ApplicableList
{
    private const int Turns = 2 * Nanoseconds.TicksPerSecond;

    private readonly List<(object? State, Applicable Told)> _rows = [];
    private ImmutableArray<Applicable> _told = [];
    private long _tick = -1;
    private bool _all;
    private bool _changed;
    private int _at;

    public void Begin(long tick)
    {
        // asked again within a tick, something may have been decided meanwhile
        (_all, _tick, _at, _changed) = (tick != _tick + 1, tick, 0, false);
    }

    /// <summary>The next component is the one that stood here, and it is not its turn.</summary>
    public bool Stays(string id, object? state)
    {
        if (_all || _at >= _rows.Count || _rows[_at].Told.Component != id || !Equals(_rows[_at].State, state)
            || (_at + _tick) % Turns == 0)
            return false;
        _at++;
        return true;
    }

    public void Is(string id, object? state, List<string> actions)
    {
        if (_at == _rows.Count) _rows.Add((null, new Applicable("", [])));
        var before = _rows[_at].Told;
        var same = before.Component == id && before.Actions.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(actions));
        _rows[_at++] = (state, same ? before : new Applicable(id, [.. actions]));
        _changed |= !same;
    }

    public ImmutableArray<Applicable> End()
    {
        if (_at < _rows.Count)
        {
            _rows.RemoveRange(_at, _rows.Count - _at);
            _changed = true;
        }

        return _changed ? _told = [.. _rows.Select(row => row.Told)] : _told;
    }
}
