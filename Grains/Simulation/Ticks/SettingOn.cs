using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Ticks;

/// <summary>An action that sets values: its form starts from those that are set, and setting those again takes it back.</summary>
public abstract class SettingOn<TState, TInput> : ActionOn<TState, TInput>
    where TState : class
{
    /// <summary>Its arguments as they are set; null: there is nothing it could set.</summary>
    private protected abstract override Args? Present(TState state, Command command);

    /// <summary>Whether the action could set all of it; a scenario may have set more.</summary>
    private protected virtual bool CouldSet(TState state) => true;

    private protected sealed override Undo? Undo(Command command, TState before, TState after) =>
        Present(before, command) is { } args && Present(after, command) is { } left && !args.SequenceEqual(left)
            && CouldSet(before)
            ? AsUndo(command.Target, args, left)
            : null;
}
