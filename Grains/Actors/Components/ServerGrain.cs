using OpsGame.Simulation.Kinds.Servers;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>A simulated server: its lifecycle, its roles, what runs on it.</summary>
public interface IServerGrain : IComponentGrain<ServerState, ServerInput>;

[PreferLocalPlacement]
public sealed class ServerGrain() : ComponentGrain<ServerState, ServerInput>(ServerRules.Tick), IServerGrain;
