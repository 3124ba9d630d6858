using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>
/// A kind of component: it has a state, a rule that a grain of its own runs, and here what the estate must know to keep it.
/// A new kind is a file beside this one: <see cref="KindTable"/> finds it.
/// </summary>
public abstract class Kind(ComponentKind id, Stage stage)
{
    public ComponentKind Id => id;

    public Stage Stage => stage;

    /// <summary>The type its states have.</summary>
    public abstract Type State { get; }

    /// <summary>The type of what the engine measures at them; null: it measures nothing there.</summary>
    internal virtual Type? Measured => null;

    public abstract TResult Visit<TResult>(IKindVisitor<TResult> visitor);

    /// <summary>Every component's readings of the second that has just passed, from a frame's columns.</summary>
    public abstract IEnumerable<(string Id, ImmutableArray<Reading> Readings)> Readings(ImmutableArray<Column> columns);

    internal abstract Holding Begin(Scenario scenario, ulong seed);

    /// <summary>What was measured at its components includes what the engine has forgotten as the tick was complete.</summary>
    internal virtual bool Forgets(DataPlane plane) => false;

    /// <summary>What monitors find at its components, once a simulated second.</summary>
    internal virtual IEnumerable<Finding> Findings(IRound round, DataPlane plane) => [];

    /// <summary>What a component is in the middle of.</summary>
    internal abstract IEnumerable<Operation> UnderWay(IComponent state, OperationsSpec takes);
}

/// <summary>What the estate does with states alone.</summary>
public abstract class Kind<TState>(ComponentKind id, Stage stage) : Kind(id, stage)
    where TState : class, IComponent
{
    public override Type State => typeof(TState);

    public override IEnumerable<(string Id, ImmutableArray<Reading> Readings)> Readings(ImmutableArray<Column> columns) =>
        columns.All<TState>().Select(state => (state.Id, Readings(state))).Where(read => read.Item2.Length > 0);

    /// <summary>The components as the scenario places them.</summary>
    internal abstract ImmutableArray<TState> Initial(Scenario scenario, ulong seed);

    /// <summary>What the engine measured at them; null: it measures nothing there.</summary>
    /// <param name="before">What it measured the last time.</param>
    internal virtual Column? Observe(DataPlane plane, ImmutableArray<TState> states, Column? before) => null;

    internal virtual ImmutableArray<Reading> Readings(TState state) => [];

    internal virtual IEnumerable<Operation> UnderWay(TState state, OperationsSpec takes) => [];

    internal virtual long NanoDollarsPerHour(TState state) => 0;

    internal sealed override IEnumerable<Operation> UnderWay(IComponent state, OperationsSpec takes) =>
        UnderWay((TState)state, takes);
}

/// <summary>A kind with its rule.</summary>
public abstract class Kind<TState, TInput>(ComponentKind id, Stage stage, Func<TState, TInput, Outcome<TState>> rule)
    : Kind<TState>(id, stage)
    where TState : class, IComponent
    where TInput : class, IInput
{
    public Outcome<TState> Tick(TState state, TInput input) => rule(state, input);

    public override TResult Visit<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);

    internal override Holding Begin(Scenario scenario, ulong seed) => new Holding<TState, TInput>(this, Initial(scenario, seed));

    /// <summary>What its components are told in this tick, in the order of the states.</summary>
    /// <param name="resting">All of them; otherwise those may be left out whose rule would change nothing and tell
    /// nothing.</param>
    internal abstract ImmutableArray<TInput> Inputs(IRound round, bool resting);

    /// <summary>The same at another time and with other commands.</summary>
    internal abstract TInput With(TInput input, long nowNs, ImmutableArray<Command> commands);
}

/// <summary>A kind the engine measures.</summary>
public abstract class Kind<TState, TInput, TTelemetry>(
    ComponentKind id, Stage stage, Func<TState, TInput, Outcome<TState>> rule) : Kind<TState, TInput>(id, stage, rule)
    where TState : class, IComponent
    where TInput : class, IInput
    where TTelemetry : class
{
    internal override Type Measured => typeof(TTelemetry);

    public override IEnumerable<(string Id, ImmutableArray<Reading> Readings)> Readings(ImmutableArray<Column> columns) =>
        columns.All<TState>().Zip(columns.All<TTelemetry>(), (state, now) => (state.Id, Readings(state, now)));

    internal override Column Observe(DataPlane plane, ImmutableArray<TState> states, Column? before)
    {
        var seen = before as Column<TTelemetry> ?? new Column<TTelemetry>([]);
        var rows = new Relisting<TTelemetry>(seen.Rows);
        foreach (var state in states) rows.Add(Observe(plane, state));
        var now = rows.Result();
        return now == seen.Rows ? seen : new Column<TTelemetry>(now);
    }

    internal abstract TTelemetry Observe(DataPlane plane, TState state);

    internal abstract ImmutableArray<Reading> Readings(TState state, TTelemetry now);
}
