using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>
/// What follows from components' states and nothing else that changes: made anew only where a state is another.
/// </summary>
internal sealed class Derived<TState, T>(Func<TState, T> of)
    where TState : class, IComponent
{
    private ImmutableArray<TState> _states = [];
    private ImmutableArray<T> _rows = [];

    public ImmutableArray<T> Of(ImmutableArray<TState> states)
    {
        if (states == _states) return _rows;
        var rows = ImmutableArray.CreateBuilder<T>(states.Length);
        for (var index = 0; index < states.Length; index++)
        {
            var known = index < _states.Length && ReferenceEquals(_states[index], states[index]);
            rows.Add(known ? _rows[index] : of(states[index]));
        }

        (_states, _rows) = (states, rows.MoveToImmutable());
        return _rows;
    }
}
