using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Databases;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Rollouts;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Worlds;

/// <summary>
/// One team's estate. A tick is: Advance, then for each stage in order (racks; servers, caches, databases; balancers; rollouts) take
/// the inputs, let every component answer, and Accept the outcomes in the same order; then Complete. Whoever drives it (grains, or
/// <see cref="Headless"/>) gets the same hash for every tick.
/// </summary>
public sealed class World(Scenario scenario, ulong seed)
{
    public Scenario Scenario { get; } = scenario;

    public ulong Seed { get; } = seed;

    /// <summary>Ticks completed.</summary>
    public long Tick { get; private set; }

    /// <summary>The estate's own check before a command is logged: does its target exist, is it of the action's kind?</summary>
    public Refusal? Check(Command command) => throw new NotImplementedException();

    /// <summary>Runs the engine to the tick's end and addresses the commands to their components.</summary>
    public void Advance(IReadOnlyList<Command> commands) => throw new NotImplementedException();

    public ImmutableArray<RackInput> RackInputs() => throw new NotImplementedException();

    public void Accept(ImmutableArray<Outcome<RackState>> outcomes) => throw new NotImplementedException();

    public ImmutableArray<ServerInput> ServerInputs() => throw new NotImplementedException();

    public void Accept(ImmutableArray<Outcome<ServerState>> outcomes) => throw new NotImplementedException();

    public ImmutableArray<CacheInput> CacheInputs() => throw new NotImplementedException();

    public void Accept(ImmutableArray<Outcome<CacheState>> outcomes) => throw new NotImplementedException();

    public ImmutableArray<DatabaseInput> DatabaseInputs() => throw new NotImplementedException();

    public void Accept(ImmutableArray<Outcome<DatabaseState>> outcomes) => throw new NotImplementedException();

    public ImmutableArray<BalancerInput> BalancerInputs() => throw new NotImplementedException();

    public void Accept(ImmutableArray<Outcome<BalancerState>> outcomes) => throw new NotImplementedException();

    public ImmutableArray<RolloutInput> RolloutInputs() => throw new NotImplementedException();

    public void Accept(ImmutableArray<Outcome<RolloutState>> outcomes) => throw new NotImplementedException();

    /// <summary>Applies all directives, updates alerts and score, chains the hash.</summary>
    public EstateFrame Complete() => throw new NotImplementedException();

    /// <summary>The components' states as they stand (at the start: as the scenario places them), for handing to their owners.</summary>
    public ImmutableArray<RackState> Racks => throw new NotImplementedException();

    public ImmutableArray<ServerState> Servers => throw new NotImplementedException();

    public ImmutableArray<CacheState> Caches => throw new NotImplementedException();

    public ImmutableArray<DatabaseState> Databases => throw new NotImplementedException();

    public ImmutableArray<BalancerState> Balancers => throw new NotImplementedException();

    public ImmutableArray<RolloutState> Rollouts => throw new NotImplementedException();

    /// <summary>The frame of the tick last completed (before the first: tick 0).</summary>
    public EstateFrame Last => throw new NotImplementedException();
}
