using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Estates;

/// <summary>Short for <see cref="States{TState}"/>, of the kinds that the estate's own parts and tests speak of.</summary>
public sealed partial class World
{
    /// <summary>What is or was really wrong; of the scenario's own causes also those to come.</summary>
    public ImmutableArray<CauseSpec> Causes => _causes.Known;

    /// <summary>What users lost so far of what their requests are worth, by weight.</summary>
    public double Loss => _scorer.Service.Loss;

    public ImmutableArray<RackState> Racks => States<RackState>();

    public ImmutableArray<ServerState> Servers => States<ServerState>();

    public ImmutableArray<CacheState> Caches => States<CacheState>();

    public ImmutableArray<DatabaseState> Databases => States<DatabaseState>();

    public ImmutableArray<BalancerState> Balancers => States<BalancerState>();

    public ImmutableArray<RolloutState> Rollouts => States<RolloutState>();

    public ImmutableArray<ScalerState> Scalers => States<ScalerState>();

    public ImmutableArray<DnsState> Dns => States<DnsState>();

    public ImmutableArray<CertificateState> Certificates => States<CertificateState>();
}
