using System.Collections.Immutable;
using OpsGame.Grains.Components;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
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
        var tick = world.Tick;
        world.Accept(await Tick(tick, world.RackInputs(), world.Racks, Racks, seen));
        var servers = Tick(tick, world.ServerInputs(), world.Servers, Servers, seen);
        var caches = Tick(tick, world.CacheInputs(), world.Caches, Caches, seen);
        var databases = Tick(tick, world.DatabaseInputs(), world.Databases, Databases, seen);
        var names = Tick(tick, world.DnsInputs(), world.Dns, Names, seen);
        var certificates = Tick(tick, world.CertificateInputs(), world.Certificates, Certificates, seen);
        await Task.WhenAll(servers, caches, databases, names, certificates);
        world.Accept(await servers);
        world.Accept(await caches);
        world.Accept(await databases);
        world.Accept(await names);
        world.Accept(await certificates);
        world.Accept(await Tick(tick, world.BalancerInputs(), world.Balancers, Balancers, seen));
        var rollouts = Tick(tick, world.RolloutInputs(), world.Rollouts, Rollouts, seen);
        var scalers = Tick(tick, world.ScalerInputs(), world.Scalers, Scalers, seen);
        await Task.WhenAll(rollouts, scalers);
        world.Accept(await rollouts);
        world.Accept(await scalers);
    }

    /// <summary>Hands every component its state at the end of the world's last tick, and what it remembered.</summary>
    public Task Restore(World world, Memories memories) => Task.WhenAll(
        Restore(world, world.Racks, Racks, memories), Restore(world, world.Servers, Servers, memories),
        Restore(world, world.Caches, Caches, memories), Restore(world, world.Databases, Databases, memories),
        Restore(world, world.Dns, Names, memories), Restore(world, world.Certificates, Certificates, memories),
        Restore(world, world.Balancers, Balancers, memories), Restore(world, world.Rollouts, Rollouts, memories),
        Restore(world, world.Scalers, Scalers, memories));

    /// <summary>The estate is over: no component stays in memory.</summary>
    public Task Release(World world) => Task.WhenAll(
        Release(world.Racks, Racks), Release(world.Servers, Servers), Release(world.Caches, Caches),
        Release(world.Databases, Databases), Release(world.Dns, Names), Release(world.Certificates, Certificates),
        Release(world.Balancers, Balancers),
        Release(world.Rollouts, Rollouts), Release(world.Scalers, Scalers));

    public async Task<ComponentPast?> History(World world, string component)
    {
        if (world.Racks.Any(state => state.Id == component)) return await Grain<IRackGrain>(component).History();
        if (world.Servers.Any(state => state.Id == component)) return await Grain<IServerGrain>(component).History();
        if (world.Caches.Any(state => state.Id == component)) return await Grain<ICacheGrain>(component).History();
        if (world.Databases.Any(state => state.Id == component)) return await Grain<IDatabaseGrain>(component).History();
        if (world.Balancers.Any(state => state.Id == component)) return await Grain<IBalancerGrain>(component).History();
        if (world.Scalers.Any(state => state.Id == component)) return await Grain<IScalerGrain>(component).History();
        if (world.Dns.Any(state => state.Id == component)) return await Grain<IDnsGrain>(component).History();
        if (world.Certificates.Any(state => state.Id == component)) return await Grain<ICertificateGrain>(component).History();
        return world.Rollouts.Any(state => state.Id == component) ? await Grain<IRolloutGrain>(component).History() : null;
    }

    private static readonly Kind<RackState, RackInput> Racks =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IRackGrain>(id));

    private static readonly Kind<ServerState, ServerInput> Servers =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IServerGrain>(id));

    private static readonly Kind<CacheState, CacheInput> Caches =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<ICacheGrain>(id));

    private static readonly Kind<DatabaseState, DatabaseInput> Databases =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IDatabaseGrain>(id));

    private static readonly Kind<DnsState, DnsInput> Names =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IDnsGrain>(id));

    private static readonly Kind<CertificateState, CertificateInput> Certificates =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<ICertificateGrain>(id));

    private static readonly Kind<BalancerState, BalancerInput> Balancers =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IBalancerGrain>(id));

    private static readonly Kind<RolloutState, RolloutInput> Rollouts =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IRolloutGrain>(id));

    private static readonly Kind<ScalerState, ScalerInput> Scalers =
        new(state => state.Id, input => input.Id, (all, id) => all.Grain<IScalerGrain>(id));

    private async Task<ImmutableArray<Outcome<TState>>> Tick<TState, TInput>(
        long tick, ImmutableArray<TInput> inputs, ImmutableArray<TState> states, Kind<TState, TInput> kind,
        Dictionary<string, Observation> seen)
        where TState : class
    {
        var answers = new Task<Outcome<TState>>[inputs.Length];
        for (var i = 0; i < inputs.Length; i++) answers[i] = Tick(tick, inputs[i], states, kind, seen);
        return [.. await Task.WhenAll(answers)];
    }

    private async Task<Outcome<TState>> Tick<TState, TInput>(
        long tick, TInput input, ImmutableArray<TState> states, Kind<TState, TInput> kind, Dictionary<string, Observation> seen)
        where TState : class
    {
        var id = kind.IdOfInput(input);
        var grain = kind.Grain(this, id);
        var observation = seen.GetValueOrDefault(id, Observation.Nothing);
        var outcome = await grain.Tick(tick, input, observation);
        if (outcome is not null) return outcome;
        // New in the estate, or its activation was lost with its silo: the world still knows its state of the tick before.
        await grain.Restore(tick - 1, states.First(state => kind.IdOfState(state) == id), ComponentPast.Empty);
        return await grain.Tick(tick, input, observation)
            ?? throw new InvalidOperationException($"{estate.Component(id)} does not keep the state of tick {tick - 1}.");
    }

    private Task Restore<TState, TInput>(World world, ImmutableArray<TState> states, Kind<TState, TInput> kind, Memories memories)
        where TState : class =>
        Task.WhenAll(states.Select(state =>
            kind.Grain(this, kind.IdOfState(state)).Restore(world.Tick, state, memories.Of(kind.IdOfState(state)))));

    private Task Release<TState, TInput>(ImmutableArray<TState> states, Kind<TState, TInput> kind)
        where TState : class =>
        Task.WhenAll(states.Select(state => kind.Grain(this, kind.IdOfState(state)).Release()));

    private T Grain<T>(string component)
        where T : IGrainWithStringKey
    {
        if (_components.TryGetValue(component, out var known)) return (T)known;
        var grain = grains.GetGrain<T>(estate.Component(component));
        _components.Add(component, grain);
        return grain;
    }

    private sealed record Kind<TState, TInput>(
        Func<TState, string> IdOfState, Func<TInput, string> IdOfInput,
        Func<Stages, string, IComponentGrain<TState, TInput>> Grain)
        where TState : class;
}
