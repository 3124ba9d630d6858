using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Components;

/// <summary>What a name may lead to: offered where users can enter.</summary>
internal sealed class AnyAddress : ChoiceSource
{
    public override ParameterKind Kind => DnsParameters.Address;

    public override IEnumerable<string> Known(IEstate estate) =>
    [
        .. estate.States<CacheState>().Select(one => one.Id), .. estate.States<BalancerState>().Select(one => one.Id),
        .. estate.States<ServerState>().Select(one => one.Id),
    ];

    public override IEnumerable<string> Offered(IEstate estate) => TakingUsers(estate).Reverse();

    public override Refusal Unknown(string value, string known) => Refusal.Of(ComponentRefusals.AddressUnknown, value);

    /// <summary>Servers with the roles at which all requests begin, the outer balancer, the edge.</summary>
    public static IEnumerable<string> TakingUsers(IEstate estate)
    {
        var entries = estate.Specs<ClassSpec>().Select(users => users.Entry).Distinct().ToArray();
        return estate.States<ServerState>()
            .Where(server => entries.All(entry => server.Roles.Any(role => role.Role == entry))).Select(server => server.Id)
            .Concat(estate.Spec<Scenario>()!.Balancer is { } balancer ? [balancer.Id] : [])
            .Concat(estate.Spec<EdgeSpec>() is { } edge ? [edge.Cache.Id] : []);
    }
}
