using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Sources;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

internal sealed class SetReachabilityEffect : Effect<SetReachability, ServerControls>
{
    protected override void Apply(SetReachability set, ServerControls servers)
    {
        var server = servers.Fleet[set.Server];
        var starts = set.Reachability == Reachability.Accepting && server.Reachability != set.Reachability;
        server.Reachability = set.Reachability;
        if (starts) servers.Generations.StartAll(server);
    }
}

internal sealed class SetFirewallEffect : Effect<SetFirewall, ServerControls>
{
    protected override void Apply(SetFirewall set, ServerControls servers) =>
        servers.Fleet[set.Server].Drop(set.From, set.Closed);
}

internal sealed class SetBlockedEffect : Effect<SetBlocked, ServerControls>
{
    protected override bool Concerns(SetBlocked set, ServerControls servers) => servers.Fleet.Has(set.Component);

    protected override void Apply(SetBlocked set, ServerControls servers) =>
        servers.Block(servers.Fleet[set.Component], set.Sources);
}

internal sealed class SetDatabaseBreakerEffect : Effect<SetDatabaseBreaker, ServerControls>
{
    protected override void Apply(SetDatabaseBreaker set, ServerControls servers) => servers.GuardDatabase(set.Breaker);
}

internal sealed class SetBulkheadEffect : Effect<SetBulkhead, ServerControls>
{
    protected override void Apply(SetBulkhead set, ServerControls servers)
    {
        servers.Bulkheads.Set(set);
        foreach (var role in servers.Fleet.Roles)
            if (!role.Retired) servers.Threads.AdmitAll(role);
    }
}

internal sealed class SetAppBreakerEffect : Effect<SetAppBreaker, ServerControls>
{
    protected override void Apply(SetAppBreaker set, ServerControls servers) =>
        servers.Fleet[set.Server].Breakers[(int)Role.Web] = Guards.New(set.Breaker);
}
