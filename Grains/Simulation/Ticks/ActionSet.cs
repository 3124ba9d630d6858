using System.Collections.Frozen;

namespace OpsGame.Simulation.Ticks;

/// <summary>The actions a kind's rule carries out, by id.</summary>
public sealed class ActionSet<TState, TInput>
    where TState : class
{
    private readonly FrozenDictionary<string, ActionOn<TState, TInput>> _byId =
        ActionCatalogue.Everything.OfType<ActionOn<TState, TInput>>()
            .ToFrozenDictionary(action => action.Id, StringComparer.Ordinal);

    /// <summary>
    /// Carries a command out; its outcome says what takes it back. A command of no action of the kind changes nothing.
    /// </summary>
    internal TState Take(TState state, TInput input, Command command, Ruling ruling) =>
        _byId.TryGetValue(command.Action, out var action)
            ? ruling.Take(state, command, now => action.Act(now, input, command, ruling), action.UndoOf)
            : state;
}
