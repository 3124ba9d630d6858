using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>
/// Versions that cannot coexist: what one writes while both serve is wrong for the other. Says which serve now.
/// </summary>
internal sealed class ServingVersions(Kernel kernel, ServerStation servers, BalancerStation? outer, BalancerStation? inner)
{
    private readonly BalancerNode[] _balancers =
        [.. new[] { outer, inner }.OfType<BalancerStation>().Select(station => station.Node)];

    /// <summary>Before and after every change of the system, and at every tick.</summary>
    public void Observe()
    {
        if (servers.Versions.Marks is null) return;
        foreach (var version in servers.Versions.Known)
            version.Serve(servers.Fleet.Servers.Exists(server => Serves(server, version)), kernel.Now);
    }

    private bool Serves(ServerNode server, VersionFacts version)
    {
        var app = server.Roles[(int)Role.App];
        if (app is null) return false;
        var takes = app.Version == version && server.Reachability == Reachability.Accepting && IsAsked(server);
        return takes || (app.Version == version && app.Holds) || server.Others.Any(other =>
            other.Role == Role.App && other.Version == version && other.Holds);
    }

    /// <summary>A target that serves; one that cannot be a target is asked by those that are.</summary>
    private bool IsAsked(ServerNode server)
    {
        if (outer is null) return server.Joined;
        foreach (var balancer in _balancers)
            if (balancer.IndexOf(server.Id) is >= 0 and var place) return balancer[place].Serving;
        return inner is null && server.Roles[(int)Role.Web] is null
            && servers.Fleet.Servers.Exists(other => other.Roles[(int)Role.Web] is not null);
    }
}
