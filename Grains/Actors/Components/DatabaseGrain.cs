using OpsGame.Simulation.Kinds.Databases;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>A database: its connections and work slots.</summary>
public interface IDatabaseGrain : IComponentGrain<DatabaseState, DatabaseInput>;

[PreferLocalPlacement]
public sealed class DatabaseGrain() : ComponentGrain<DatabaseState, DatabaseInput>(DatabaseRules.Tick), IDatabaseGrain;
