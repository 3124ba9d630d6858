using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Kinds;

/// <summary>
/// All components of a kind → their views. One class a kind, which is found by its view. It follows one estate from frame to
/// frame: what did not change is the same view again, so that nobody has to compare it.
/// </summary>
internal abstract class PartMapper<TView>
{
    private static readonly Type Found = typeof(PartMapper<TView>).Assembly.GetTypes().Single(type =>
        type is { IsAbstract: false } && type.IsSubclassOf(typeof(PartMapper<TView>)));

    public static PartMapper<TView> New() => (PartMapper<TView>)Activator.CreateInstance(Found)!;

    public abstract TView[] Views(EstateFrame frame, Scenario scenario);
}

/// <summary>Of a kind at which nothing is measured.</summary>
internal abstract class PartMapper<TState, TView> : PartMapper<TView>
    where TState : class, IComponent
    where TView : class
{
    private ImmutableArray<TState> _states = [];
    private TView[] _views = [];

    protected abstract TView View(TState state, Scenario scenario);

    public sealed override TView[] Views(EstateFrame frame, Scenario scenario)
    {
        var states = frame.Columns.All<TState>();
        if (states == _states) return _views;
        var views = new TView[states.Length];
        for (var at = 0; at < views.Length; at++)
            views[at] = at < _states.Length && ReferenceEquals(_states[at], states[at]) ? _views[at] : View(states[at], scenario);
        (_states, _views) = (states, views);
        return views;
    }
}

/// <summary>A component's state and its last second → its view.</summary>
internal abstract class PartMapper<TState, TTelemetry, TView> : PartMapper<TView>
    where TState : class, IComponent
    where TTelemetry : class, ITelemetry
    where TView : class
{
    private Seen[] _seen = [];
    private TView[] _views = [];

    /// <param name="now">Null while the component is too new to have been measured.</param>
    protected abstract TView View(TState state, TTelemetry? now, Scenario scenario);

    /// <summary>The state is the one it was, and something else was measured: what follows from the state alone stays.</summary>
    protected virtual TView Again(TView before, TState state, TTelemetry? now, Scenario scenario) => View(state, now, scenario);

    public sealed override TView[] Views(EstateFrame frame, Scenario scenario)
    {
        var (states, measured) = (frame.Columns.All<TState>(), frame.Columns.All<TTelemetry>());
        var (views, before) = (new TView[states.Length], _views);
        if (_seen.Length < views.Length) Array.Resize(ref _seen, views.Length);
        var same = views.Length == before.Length;
        for (var at = 0; at < views.Length; at++)
        {
            var now = new Seen(states[at], Of(states[at].Id, at, measured));
            views[at] = at >= before.Length || !ReferenceEquals(_seen[at].State, now.State)
                ? View(now.State, now.Telemetry, scenario)
                : ReferenceEquals(_seen[at].Telemetry, now.Telemetry)
                ? before[at]
                : Again(before[at], now.State, now.Telemetry, scenario);
            same = same && ReferenceEquals(views[at], before[at]);
            _seen[at] = now;
        }

        return same ? before : _views = views;
    }

    /// <summary>As a rule they stand in the order of the states.</summary>
    private static TTelemetry? Of(string id, int at, ImmutableArray<TTelemetry> measured) =>
        at < measured.Length && measured[at].Id == id ? measured[at] : measured.FirstOrDefault(now => now.Id == id);

    private readonly record struct Seen(TState State, TTelemetry? Telemetry);
}
