using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Ticks;

/// <summary>An action that a component's own rule carries out, at its tick.</summary>
public abstract class ActionOn<TState, TInput> : ActionSpec
    where TState : class
{
    /// <summary>
    /// Carries a command out, or begins to, and tells of it; or refuses it and leaves the state as it was. Orders between
    /// components, which have no id, go the same way.
    /// </summary>
    internal abstract TState Act(TState state, TInput input, Command command, Ruling ruling);

    public sealed override bool AppliesTo(object state, IEstate estate) => Applies((TState)state, estate);

    internal sealed override Args? PresentIn(object state, Command command) => state is TState one ? Present(one, command) : null;

    internal sealed override Undo? UndoOf(Command command, object before, object after) =>
        before is TState was && after is TState now ? Undo(command, was, now) : null;

    private protected virtual bool Applies(TState state, IEstate estate) => true;

    /// <param name="command">Its arguments say of which of several.</param>
    private protected virtual Args? Present(TState state, Command command) => null;

    private protected virtual Undo? Undo(Command command, TState before, TState after) => null;
}
