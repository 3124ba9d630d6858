using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Estates;

/// <summary>
/// A tick's stages with every component in its own grain: within a stage all answer concurrently, and the outcomes are accepted
/// in the order of the inputs, so the order of arrival never matters.
/// </summary>
internal sealed class Stages(IGrainFactory grains, EstateKey estate)
{
    private readonly Dictionary<string, IGrain> _components = new(StringComparer.Ordinal);

    /// <summary>After the world's Advance and before its Complete.</summary>
    public async Task Run(World world, Dictionary<string, Observation> seen)
    {
        var ask = new Ask(this, world, seen);
        foreach (var stage in KindTable.Stages)
        {
            var answers = new Task<Action>[stage.Length];
            for (var i = 0; i < stage.Length; i++) answers[i] = stage[i].Visit(ask);
            foreach (var accept in await Task.WhenAll(answers)) accept();
        }
    }

    /// <summary>Hands every component its state at the end of the world's last tick, and what it remembered.</summary>
    public Task Restore(World world, Memories memories) => AtAll(new Hand(this, world, memories));

    /// <summary>The estate is over: no component stays in memory.</summary>
    public Task Release(World world) => AtAll(new LetGo(this, world));

    /// <summary>Null: there is no such component.</summary>
    public async Task<ComponentPast?> History(World world, string component)
    {
        var recall = new Recall(this, world, component);
        foreach (var kind in KindTable.All)
            if (kind.Visit(recall) is { } past) return await past;
        return null;
    }

    private static Task AtAll(IKindVisitor<Task> visitor) => Task.WhenAll(KindTable.All.Select(kind => kind.Visit(visitor)));

    private IComponentGrain<TState, TInput> Grain<TState, TInput>(Kind<TState, TInput> kind, string component)
        where TState : class, IComponent
        where TInput : class, IInput
    {
        if (_components.TryGetValue(component, out var known)) return (IComponentGrain<TState, TInput>)known;
        var grain = grains.Grain(kind, estate.Component(component));
        _components.Add(component, grain);
        return grain;
    }

    /// <summary>Has a kind's components tick; what it gives accepts their outcomes.</summary>
    private sealed class Ask(Stages all, World world, Dictionary<string, Observation> seen) : IKindVisitor<Task<Action>>
    {
        public async Task<Action> Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput
        {
            var inputs = world.Inputs(kind);
            var answers = new Task<Outcome<TState>>[inputs.Length];
            for (var i = 0; i < inputs.Length; i++) answers[i] = Tick(kind, inputs[i]);
            var outcomes = ImmutableArray.Create(await Task.WhenAll(answers));
            return () => world.Accept(outcomes);
        }

        private async Task<Outcome<TState>> Tick<TState, TInput>(Kind<TState, TInput> kind, TInput input)
            where TState : class, IComponent
            where TInput : class, IInput
        {
            var grain = all.Grain(kind, input.Id);
            var observation = seen.GetValueOrDefault(input.Id, Observation.Nothing);
            var outcome = await grain.Tick(world.Tick, input, observation);
            if (outcome is not null) return outcome;
            // New in the estate, or its activation was lost with its silo: the world still knows its state of the tick before.
            var state = world.States<TState>().First(state => state.Id == input.Id);
            await grain.Restore(world.Tick - 1, state, ComponentPast.Empty);
            return await grain.Tick(world.Tick, input, observation) ?? throw new InvalidOperationException(
                $"{input.Id} does not keep the state of tick {world.Tick - 1}.");
        }
    }

    private sealed class Hand(Stages all, World world, Memories memories) : IKindVisitor<Task>
    {
        public Task Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput => Task.WhenAll(world.States<TState>().Select(
                state => all.Grain(kind, state.Id).Restore(world.Tick, state, memories.Of(state.Id))));
    }

    private sealed class LetGo(Stages all, World world) : IKindVisitor<Task>
    {
        public Task Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput =>
            Task.WhenAll(world.States<TState>().Select(state => all.Grain(kind, state.Id).Release()));
    }

    private sealed class Recall(Stages all, World world, string component) : IKindVisitor<Task<ComponentPast>?>
    {
        public Task<ComponentPast>? Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput =>
            world.States<TState>().Any(state => state.Id == component) ? all.Grain(kind, component).History() : null;
    }
}
