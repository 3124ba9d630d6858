using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>Collects what a component decides in one tick.</summary>
/// <param name="component">Named first in every text's arguments; empty: the users, who are not.</param>
internal sealed class Ruling(string component, long nowNs)
{
    private ImmutableArray<Directive>.Builder? _directives;
    private ImmutableArray<DomainEvent>.Builder? _events;
    private ImmutableArray<Command>.Builder? _orders;

    public void Do(Directive directive) => (_directives ??= ImmutableArray.CreateBuilder<Directive>()).Add(directive);

    /// <summary>The component says something of its own accord.</summary>
    public void Say(EventCode code, params string[] args) => Add(EventKind.System, code.Name, "", "", args);

    /// <summary>A command is carried out, or begun.</summary>
    public void Done(Command command, EventCode code, params string[] args) =>
        Add(EventKind.Command, code.Name, command.By, command.Id, args);

    public void Refuse(Command command, RefusalCode code, params string[] args) =>
        Add(EventKind.Refused, code.Name, command.By, command.Id, args);

    /// <summary>Takes somebody's command; its outcome says what takes it back.</summary>
    public TState Take<TState>(TState state, Command command, Func<TState, TState> carry,
        Func<Command, TState, TState, Undo?> undo)
        where TState : class
    {
        var told = _events?.Count ?? 0;
        var after = carry(state);
        if (command.Id.Length == 0 || _events is null) return after;
        for (var index = told; index < _events.Count; index++)
            if (_events[index] is { Kind: EventKind.Command } outcome && outcome.Command == command.Id)
                _events[index] = outcome with { Undo = undo(command, state, after), Undoes = command.Undoes };
        return after;
    }

    /// <summary>What was decided so far in this tick.</summary>
    public IEnumerable<T> Done<T>()
        where T : Directive => _directives?.OfType<T>() ?? [];

    public void Order(Command command) => (_orders ??= ImmutableArray.CreateBuilder<Command>()).Add(command);

    public Outcome<TState> With<TState>(TState state) =>
        new(state, _directives?.ToImmutable() ?? [], _events?.ToImmutable() ?? [], _orders?.ToImmutable() ?? []);

    private void Add(EventKind kind, string code, string by, string command, string[] args) =>
        (_events ??= ImmutableArray.CreateBuilder<DomainEvent>()).Add(
            new DomainEvent(nowNs, kind, code, component, by, command, component.Length == 0 ? [.. args] : [component, .. args]));
}
