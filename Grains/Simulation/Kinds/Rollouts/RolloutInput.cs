using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts;

/// <summary>What a rollout knows when it ticks.</summary>
/// <param name="Conditions">What everybody may see of the servers; whose target each is.</param>
/// <param name="Targets">Of all balancers; without one a batch simply stops serving while it is installed.</param>
/// <param name="Versions">That may be rolled out.</param>
/// <param name="Telemetry">The servers' last second, for the gate.</param>
[GenerateSerializer, Immutable]
public sealed record RolloutInput(
    string Id,
    long NowNs,
    ImmutableArray<Command> Commands,
    ImmutableArray<ServerState> Servers,
    ImmutableArray<RackState> Racks,
    ImmutableArray<ServerCondition> Conditions,
    ImmutableArray<TargetState> Targets,
    ImmutableArray<string> Versions,
    ImmutableArray<ServerTelemetry> Telemetry) : IInput
{
    internal ServerState? Server(string id) => Servers.FirstOrDefault(server => server.Id == id);

    internal TargetState? Target(string id) => Targets.FirstOrDefault(target => target.Server == id);

    /// <summary>Whose target a server is; empty: nobody's.</summary>
    internal string BalancerOf(string id) => Conditions.FirstOrDefault(condition => condition.Id == id)?.Balancer ?? "";

    internal bool Serves(string id) => Server(id) is { Lifecycle: Lifecycle.Running };

    /// <summary>As its balancer sees it; without one nobody says otherwise.</summary>
    internal bool IsHealthy(string id) => Target(id) is null or { Health: TargetHealth.Healthy, Ready: true };
}
