using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>
/// Says which versions serve now, where that matters: what one writes while another that cannot coexist serves is wrong for that
/// one, and pages of before are old once only others are made.
/// </summary>
internal sealed class ServingVersions(
    Kernel kernel, UserStation users, ServerStation servers, BalancerStation? outer, BalancerStation? inner, Scenario scenario)
{
    private readonly bool _changePages = scenario.Releases.Any(release => release.NewPages);

    /// <summary>Pages of old are made, new ones are, or both; neither: nobody serves.</summary>
    private (bool Old, bool New) _pages;
    private readonly BalancerNode[] _balancers =
        [.. new[] { outer, inner }.OfType<BalancerStation>().Select(station => station.Node)];

    /// <summary>Before and after every change of the system, and at every tick.</summary>
    public void Observe()
    {
        if (servers.Versions.Marks is null && !_changePages) return;
        foreach (var version in servers.Versions.Known)
            version.Serve(servers.Fleet.Servers.Exists(server => Serves(server, version)), kernel.Now);
        if (_changePages) ObservePages();
    }

    private void ObservePages()
    {
        var known = servers.Versions.Known;
        var pages = (
            Old: known.Any(version => version is { Serves: true, NewPages: false }),
            New: known.Any(version => version is { Serves: true, NewPages: true }));
        if (pages is (false, false) || pages == _pages) return;
        if ((_pages.Old && !pages.Old) || (_pages.New && !pages.New))
            foreach (var each in users.Classes) each.Age.PagesChanged = kernel.Now;
        _pages = pages;
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
