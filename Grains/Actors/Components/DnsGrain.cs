using OpsGame.Simulation.Kinds.Dns;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>The users' name for the system: its record and its time to live.</summary>
public interface IDnsGrain : IComponentGrain<DnsState, DnsInput>;

[PreferLocalPlacement]
public sealed class DnsGrain() : ComponentGrain<DnsState, DnsInput>(DnsRules.Tick), IDnsGrain;
