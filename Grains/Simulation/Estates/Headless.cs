using System.Collections.Immutable;
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

namespace OpsGame.Simulation.Estates;

/// <summary>
/// Drives a world in a plain loop with the same rules the grains run: headless runs, replays after a crash, verification.
/// </summary>
public static class Headless
{
    /// <summary>One whole tick.</summary>
    public static EstateFrame Step(World world, IReadOnlyList<Command> commands)
    {
        world.Advance(commands);
        world.Accept(Each(world.Racks, world.RackInputs(), RackRules.Tick));
        world.Accept(Each(world.Servers, world.ServerInputs(), ServerRules.Tick));
        world.Accept(Each(world.Caches, world.CacheInputs(), CacheRules.Tick));
        world.Accept(Each(world.Databases, world.DatabaseInputs(), DatabaseRules.Tick));
        world.Accept(Each(world.Dns, world.DnsInputs(), DnsRules.Tick));
        world.Accept(Each(world.Certificates, world.CertificateInputs(), CertificateRules.Tick));
        world.Accept(Each(world.Balancers, world.BalancerInputs(), BalancerRules.Tick));
        world.Accept(Each(world.Rollouts, world.RolloutInputs(), RolloutRules.Tick));
        world.Accept(Each(world.Scalers, world.ScalerInputs(), ScalerRules.Tick));
        return world.Complete();
    }

    private static ImmutableArray<Outcome<TState>> Each<TState, TInput>(
        ImmutableArray<TState> states, ImmutableArray<TInput> inputs, Func<TState, TInput, Outcome<TState>> rule)
    {
        var outcomes = ImmutableArray.CreateBuilder<Outcome<TState>>(states.Length);
        for (var index = 0; index < states.Length; index++) outcomes.Add(rule(states[index], inputs[index]));
        return outcomes.MoveToImmutable();
    }
}
