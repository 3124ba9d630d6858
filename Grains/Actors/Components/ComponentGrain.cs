using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Components;

/// <summary>What every component's grain does; a noun adds only its rule.</summary>
public abstract class ComponentGrain<TState, TInput>(Func<TState, TInput, Outcome<TState>> rule)
    : Grain, IComponentGrain<TState, TInput>
    where TState : class
{
    private readonly History _history = new();
    private TState? _state;
    private long _tick;
    private Outcome<TState>? _last;

    public Task<Outcome<TState>?> Tick(long tick, long since, TInput input, Observation seen)
    {
        // Asked again because the first answer was lost on its way.
        if (_last is not null && tick == _tick) return Task.FromResult<Outcome<TState>?>(_last);
        if (_state is null || since != _tick) return Task.FromResult<Outcome<TState>?>(null);
        _history.Record(seen);
        _last = rule(_state, input);
        _state = _last.State;
        _tick = tick;
        return Task.FromResult<Outcome<TState>?>(_last);
    }

    public Task Restore(long tick, TState state, ComponentPast past)
    {
        _state = state;
        _tick = tick;
        _last = null;
        _history.Restore(past);
        return Task.CompletedTask;
    }

    public Task Note(Observation seen)
    {
        _history.Record(seen);
        return Task.CompletedTask;
    }

    public Task Release()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task<ComponentPast> History(Observation seen)
    {
        _history.Record(seen);
        return Task.FromResult(_history.Past());
    }
}
