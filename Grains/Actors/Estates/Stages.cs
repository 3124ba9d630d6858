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
internal sealed class Stages
{
    private readonly Diary _diary = new();
    private readonly List<Task> _asked = [];
    private readonly ImmutableArray<ImmutableArray<Keepers>> _stages;

    public Stages(IGrainFactory grains, EstateKey estate)
    {
        var hire = new Hire(grains, estate, _diary);
        _stages = [.. KindTable.Stages.Select(stage => stage.Select(kind => kind.Visit(hire)).ToImmutableArray())];
    }

    /// <summary>After the world's Advance and before its Complete.</summary>
    public async Task Run(World world)
    {
        foreach (var stage in _stages)
        {
            foreach (var keepers in stage) keepers.Ask(world, _asked);
            if (_asked.Count > 0) await Task.WhenAll(_asked);
            _asked.Clear();
            foreach (var keepers in stage) keepers.Accept(world);
        }
    }

    /// <summary>What a tick showed of the components, for their own memory.</summary>
    public void Note(EstateFrame frame) => _diary.Note(frame);

    /// <summary>Hands every component its state at the end of the world's last tick, and what it remembered.</summary>
    public Task Restore(World world, Memories memories) => AtAll(keepers => keepers.Restore(world, memories));

    /// <summary>The estate is over: no component stays in memory.</summary>
    public Task Release(World world) => AtAll(keepers => keepers.Release(world));

    /// <summary>Null: there is no such component.</summary>
    public async Task<ComponentPast?> History(World world, string component)
    {
        foreach (var keepers in _stages.SelectMany(stage => stage))
            if (keepers.History(world, component) is { } past) return await past;
        return null;
    }

    private Task AtAll(Func<Keepers, Task> act) => Task.WhenAll(_stages.SelectMany(stage => stage).Select(act));

    private sealed class Hire(IGrainFactory grains, EstateKey estate, Diary diary) : IKindVisitor<Keepers>
    {
        public Keepers Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput => new Keepers<TState, TInput>(kind, grains, estate, diary);
    }
}
