using System.Runtime.InteropServices;
using OpsGame.Grains.Components;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Estates;

/// <summary>The grains that keep the components of a kind, as their estate knows them.</summary>
internal abstract class Keepers
{
    /// <summary>Has the components tick; what is to be awaited is added to what is asked already.</summary>
    public abstract void Ask(World world, List<Task> asked);

    /// <summary>Takes over what they made of it, once all have answered.</summary>
    public abstract void Accept(World world);

    public abstract Task Restore(World world, Memories memories);

    public abstract Task Release(World world);

    /// <summary>Null: it is none of them.</summary>
    public abstract Task<ComponentPast>? History(World world, string component);
}

/// <summary>
/// A component at rest is not asked: its rule is pure, so that it has nothing to do is known without its grain, which keeps the
/// same state. Whenever there is something to do, its grain decides.
/// </summary>
internal sealed class Keepers<TState, TInput>(
    Kind<TState, TInput> kind, IGrainFactory grains, EstateKey estate, Diary diary) : Keepers
    where TState : class, IComponent
    where TInput : class, IInput
{
    private readonly Dictionary<string, Keeper> _keepers = new(StringComparer.Ordinal);
    private Outcome<TState>[] _outcomes = [];

    public override void Ask(World world, List<Task> asked)
    {
        var (states, inputs) = (world.States<TState>(), world.InputsOfBusy(kind));
        // The world takes them over and keeps none.
        if (_outcomes.Length != inputs.Length) _outcomes = new Outcome<TState>[inputs.Length];
        var next = 0;
        for (var index = 0; index < states.Length; index++)
        {
            var state = states[index];
            var rests = next == inputs.Length || inputs[next].Id != state.Id;
            if (!rests)
            {
                var (at, input) = (next, inputs[next]);
                next++;
                // who is ordered to do something is asked without a look beforehand
                if (input.Commands.IsEmpty) _outcomes[at] = kind.Tick(state, input);
                rests = input.Commands.IsEmpty && IsAtRest(state, _outcomes[at]);
                if (!rests) asked.Add(Decide(world, at, state, input));
            }

            if (rests && diary.IsDue(state.Id, world.Tick, index)) Of(state.Id).Grain.Note(diary.Take(state.Id)).Ignore();
        }
    }

    public override void Accept(World world) => world.Accept(ImmutableCollectionsMarshal.AsImmutableArray(_outcomes));

    public override Task Restore(World world, Memories memories) => Task.WhenAll(world.States<TState>().Select(state =>
    {
        var keeper = Of(state.Id);
        keeper.Keeps(state, world.Tick);
        return keeper.Grain.Restore(world.Tick, state, memories.Of(state.Id));
    }));

    public override Task Release(World world) =>
        Task.WhenAll(world.States<TState>().Select(state => Of(state.Id).Grain.Release()));

    public override Task<ComponentPast>? History(World world, string component)
    {
        foreach (var state in world.States<TState>())
            if (state.Id == component) return Of(component).Grain.History(diary.Take(component));
        return null;
    }

    private static bool IsAtRest(TState state, Outcome<TState> outcome) =>
        outcome.Directives.IsEmpty && outcome.Events.IsEmpty && outcome.Orders.IsEmpty && outcome.State.Equals(state);

    private async Task Decide(World world, int index, TState state, TInput input)
    {
        var (keeper, seen) = (Of(state.Id), diary.Take(state.Id));
        var outcome = await keeper.Grain.Tick(world.Tick, keeper.Since(state), input, seen);
        if (outcome is null)
        {
            // New in the estate, or its activation was lost with its silo: the world still knows its state of the tick before.
            await keeper.Grain.Restore(world.Tick - 1, state, ComponentPast.Empty);
            outcome = await keeper.Grain.Tick(world.Tick, world.Tick - 1, input, seen) ?? throw new InvalidOperationException(
                $"{state.Id} does not keep the state of tick {world.Tick - 1}.");
        }

        keeper.Keeps(outcome.State, world.Tick);
        _outcomes[index] = outcome;
    }

    private Keeper Of(string component)
    {
        if (_keepers.TryGetValue(component, out var known)) return known;
        var keeper = new Keeper(grains.Grain(kind, estate.Component(component)));
        _keepers.Add(component, keeper);
        return keeper;
    }

    private sealed class Keeper(IComponentGrain<TState, TInput> grain)
    {
        private TState? _kept;
        private long _since;

        public IComponentGrain<TState, TInput> Grain => grain;

        public void Keeps(TState state, long tick) => (_kept, _since) = (state, tick);

        /// <summary>
        /// The tick as of which it keeps this state. −1: it does not; the component is new, or has been removed and placed again.
        /// </summary>
        public long Since(TState state) => state.Equals(_kept) ? _since : -1;
    }
}
