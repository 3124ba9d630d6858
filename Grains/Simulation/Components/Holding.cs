using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Plane;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>The components of a kind as an estate holds them.</summary>
internal abstract class Holding
{
    public abstract Kind Kind { get; }

    public abstract int Count { get; }

    public abstract Column States { get; }

    public abstract IEnumerable<string> Ids { get; }

    public abstract IEnumerable<IComponent> Each { get; }

    public abstract bool Holds(string id);

    public abstract long NanoDollarsPerHour { get; }

    public abstract void Add(IComponent placed);

    public abstract void Remove(string id);

    /// <summary>The state of that id by this one.</summary>
    public abstract void Replace(IComponent state);

    public abstract void Restore(Column states);

    /// <summary>What the engine measures at them now; null: nothing.</summary>
    public abstract Column? Seen(DataPlane plane);

    /// <summary>What was measured at them holds no longer: whoever asks has it measured again.</summary>
    public abstract void Outdate();

    public abstract void AddTo(ref StateHash hash);
}

/// <summary>With the type of their states.</summary>
internal abstract class Holding<TState>(ImmutableArray<TState> states) : Holding
    where TState : class, IComponent
{
    private Column<TState> _column = new(states);
    private (TState? State, ulong Value)[] _hashes = [];

    public ImmutableArray<TState> Rows
    {
        get => _column.Rows;
        set
        {
            if (value != _column.Rows) _column = new Column<TState>(value);
        }
    }

    public override int Count => Rows.Length;

    public override Column States => _column;

    public override IEnumerable<string> Ids => Rows.Select(state => state.Id);

    public override IEnumerable<IComponent> Each => Rows;

    public override bool Holds(string id)
    {
        foreach (var state in Rows)
            if (state.Id == id) return true;
        return false;
    }

    public override void Add(IComponent placed) => Rows = Rows.Add((TState)placed);

    public override void Remove(string id) => Rows = Rows.RemoveAll(state => state.Id == id);

    public override void Replace(IComponent state) =>
        Rows = Rows.Replace(Rows.First(row => row.Id == state.Id), (TState)state);

    public override void Restore(Column states) => _column = (Column<TState>)states;

    /// <summary>States do not change: one that stands there since the last tick has the hash it had.</summary>
    public override void AddTo(ref StateHash hash)
    {
        if (_hashes.Length < Count) _hashes = new (TState?, ulong)[Count];
        for (var index = 0; index < Count; index++)
        {
            var state = Rows[index];
            if (!ReferenceEquals(_hashes[index].State, state)) _hashes[index] = (state, Own(state));
            hash.Add((long)_hashes[index].Value);
        }
    }

    private static ulong Own(TState state)
    {
        var hash = new StateHash(0);
        state.AddTo(ref hash);
        return hash.Value;
    }
}

internal sealed class Holding<TState, TInput>(Kind<TState, TInput> kind, ImmutableArray<TState> states)
    : Holding<TState>(states)
    where TState : class, IComponent
    where TInput : class, IInput
{
    private ImmutableArray<TState> _billed = [];
    private long _bill;
    private Column? _seen;
    private bool _outdated = true;

    public override Kind Kind => kind;

    public override long NanoDollarsPerHour
    {
        get
        {
            if (Rows == _billed) return _bill;
            (_billed, _bill) = (Rows, 0);
            foreach (var state in Rows) _bill += kind.NanoDollarsPerHour(state);
            return _bill;
        }
    }

    public override Column? Seen(DataPlane plane)
    {
        if (_outdated) _seen = kind.Observe(plane, Rows, _seen);
        _outdated = false;
        return _seen;
    }

    public override void Outdate() => _outdated = true;
}
