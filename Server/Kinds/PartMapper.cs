using System.Collections.Immutable;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Kinds;

/// <summary>All components of a kind → their views. One class a kind, which is found by its view.</summary>
internal abstract class PartMapper<TView>
{
    private static readonly PartMapper<TView> Found = (PartMapper<TView>)Activator.CreateInstance(
        typeof(PartMapper<TView>).Assembly.GetTypes().Single(type =>
            type is { IsAbstract: false } && type.IsSubclassOf(typeof(PartMapper<TView>))))!;

    public static TView[] Of(EstateFrame frame, Scenario scenario) => Found.Views(frame, scenario);

    protected abstract TView[] Views(EstateFrame frame, Scenario scenario);
}

/// <summary>Of a kind at which nothing is measured.</summary>
internal abstract class PartMapper<TState, TView> : PartMapper<TView>
    where TState : class, IComponent
{
    protected abstract TView View(TState state, Scenario scenario);

    protected sealed override TView[] Views(EstateFrame frame, Scenario scenario) =>
        [.. frame.Columns.All<TState>().Select(state => View(state, scenario))];
}

/// <summary>A component's state and its last second → its view.</summary>
internal abstract class PartMapper<TState, TTelemetry, TView> : PartMapper<TView>
    where TState : class, IComponent
    where TTelemetry : class, ITelemetry
{
    /// <param name="now">Null while the component is too new to have been measured.</param>
    protected abstract TView View(TState state, TTelemetry? now, Scenario scenario);

    protected sealed override TView[] Views(EstateFrame frame, Scenario scenario)
    {
        var measured = frame.Columns.All<TTelemetry>();
        return [.. frame.Columns.All<TState>().Select((state, at) => View(state, Of(state.Id, at, measured), scenario))];
    }

    /// <summary>As a rule they stand in the order of the states.</summary>
    private static TTelemetry? Of(string id, int at, ImmutableArray<TTelemetry> measured) =>
        at < measured.Length && measured[at].Id == id ? measured[at] : measured.FirstOrDefault(now => now.Id == id);
}
